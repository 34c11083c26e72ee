family-title = 家人和帮手
family-body = 您信任的人可以在自己的手机上跟进您的办件：办到哪一步、还缺什么。看不到证照，也不能替您申请。您随时可以停止。
family-sign-in = 登录后可以请人帮忙，也可以帮助家人
family-helpers = 谁在帮我
# Variables: $day (text) - since when
family-since = 从 { $day } 开始
# Variables: $time (text) - when the helper looked last
family-looked = 上次查看：{ $time }
family-code-make = 请人帮我
family-code = 把这个号码告诉帮您的人
# Variables: $time (text) - when the code is over
family-code-until = 到 { $time } 有效，只能用一次。
family-code-warning = 只告诉您认识的人
family-code-warning-body = 任何部门都不会打电话向您要这个号码。谁要，谁就是骗子。
family-code-put-away = 收起号码
family-helped = 我在帮谁
family-helped-cases = 查看办件
family-enter = 对方告诉您的 8 位号码
family-enter-hint = 对方在“家人和帮手”里点“请人帮我”就能看到
family-enter-go = 帮助对方
family-end-helper = 不再让对方查看
family-end-helped = 不再帮助对方
family-end-sure = 确定停止吗？要恢复需要新的号码。
family-end-keep = 继续
family-end-yes = 停止
family-gone = 您已不再帮助对方
# Variables: $name (text) - the name of the person who is helped
family-cases-of = { $name }的办件
family-cases-body = 对方会看到您查看过。您只能看，不能替对方办理。
family-cases-empty = 对方没有办件
# Variables: $name (text) - the helper
family-ledger-look = { $name }查看了您的办件
