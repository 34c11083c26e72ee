family-title = 家人和幫手
family-body = 您信任的人可以在自己的手機上跟進您的辦件：辦到哪一步、還缺什麼。您同意的話，對方還可以替您提交，到您定的那一天為止。看不到證照。您隨時可以停止。
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
family-cases-body = 對方會看到您查看過，也會看到您替對方辦了什麼。
family-cases-empty = 對方沒有辦件
# Variables: $name (text) - the helper
family-ledger-look = { $name }查看了您的辦件
family-case-by-you = 由您代辦提交
# Variables: $name (text) - the helper
family-ledger-act = { $name }替您辦過事
mandate-may = 對方可以做什麼？
mandate-follow = 只查看我的辦件
mandate-follow-hint = 對方能看到辦到哪一步，不能替您申請。
mandate-hand-in = 查看，並替我提交
    .simple = 查看，也能替我申請
mandate-hand-in-hint = 代辦時，對方會看到部門在服務裡給您看的內容。每一次都記在「我的資訊給誰用了」裡。
    .simple = 對方會看到部門給您看的內容。每一次您都能查到。
mandate-departments = 在哪個部門？
mandate-departments-all = 所有部門
mandate-until = 到哪一天為止？
mandate-until-hint = 過了這一天自動停止。您也可以提前停止。
mandate-until-wrong = 請填寫今天或以後的日期。
mandate-line-follow = 可以查看，不能代辦
# Variables: $day (text) - the last day
mandate-line-all = 還可以代辦，到 { $day } 為止，所有部門
# Variables: $day (text) - the last day; $departments (text) - the departments' names
mandate-line-some = 還可以代辦，到 { $day } 為止，部門：{ $departments }
# Variables: $day (text) - the last day
mandate-line-over = 可以查看。代辦已於 { $day } 到期。
acting-label = 正在代辦
# Variables: $name (text) - for whom
acting-for = 您正在替{ $name }辦事
# Variables: $name (text) - for whom
acting-begin = 替{ $name }辦事
acting-stop = 停止代辦，辦自己的事
