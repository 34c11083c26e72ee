family-title = 家人和幫手
family-body = 您信任的人可以在自己的手機上跟進您的辦件：辦到哪一步、還缺什麼。看不到證照，也不能替您申請。您隨時可以停止。
family-sign-in = 登入後可以請人幫忙，也可以幫助家人
family-helpers = 誰在幫我
# Variables: $day (text) - since when
family-since = 從 { $day } 開始
# Variables: $time (text) - when the helper looked last
family-looked = 上次查看：{ $time }
family-code-make = 請人幫我
family-code = 把這個號碼告訴幫您的人
# Variables: $time (text) - when the code is over
family-code-until = 到 { $time } 有效，只能用一次。
family-code-warning = 只告訴您認識的人
family-code-warning-body = 任何部門都不會打電話向您要這個號碼。誰要，誰就是騙子。
family-code-put-away = 收起號碼
family-helped = 我在幫誰
family-helped-cases = 查看辦件
family-enter = 對方告訴您的 8 位號碼
family-enter-hint = 對方在「家人和幫手」裡點「請人幫我」就能看到
family-enter-go = 幫助對方
family-end-helper = 不再讓對方查看
family-end-helped = 不再幫助對方
family-end-sure = 確定停止嗎？要恢復需要新的號碼。
family-end-keep = 繼續
family-end-yes = 停止
family-gone = 您已不再幫助對方
# Variables: $name (text) - the name of the person who is helped
family-cases-of = { $name }的辦件
family-cases-body = 對方會看到您查看過。您只能看，不能替對方辦理。
family-cases-empty = 對方沒有辦件
# Variables: $name (text) - the helper
family-ledger-look = { $name }查看了您的辦件
