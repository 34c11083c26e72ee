family-title = 家人和帮手
family-body = 您信任的人可以在自己的手机上跟进您的办件：办到哪一步、还缺什么。您同意的话，对方还可以替您提交，到您定的那一天为止。看不到证照。您随时可以停止。
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
family-cases-body = 对方会看到您查看过，也会看到您替对方办了什么。
family-cases-empty = 对方没有办件
# Variables: $name (text) - the helper
family-ledger-look = { $name }查看了您的办件
family-case-by-you = 由您代办提交
# Variables: $name (text) - the helper
family-ledger-act = { $name }替您办过事
mandate-may = 对方可以做什么？
mandate-follow = 只查看我的办件
mandate-follow-hint = 对方能看到办到哪一步，不能替您申请。
mandate-hand-in = 查看，并替我提交
    .simple = 查看，也能替我申请
mandate-hand-in-hint = 代办时，对方会看到部门在服务里给您看的内容。每一次都记在“我的信息给谁用了”里。
    .simple = 对方会看到部门给您看的内容。每一次您都能查到。
mandate-departments = 在哪个部门？
mandate-departments-all = 所有部门
mandate-until = 到哪一天为止？
mandate-until-hint = 过了这一天自动停止。您也可以提前停止。
mandate-until-wrong = 请填写今天或以后的日期。
mandate-line-follow = 可以查看，不能代办
# Variables: $day (text) - the last day
mandate-line-all = 还可以代办，到 { $day } 为止，所有部门
# Variables: $day (text) - the last day; $departments (text) - the departments' names
mandate-line-some = 还可以代办，到 { $day } 为止，部门：{ $departments }
# Variables: $day (text) - the last day
mandate-line-over = 可以查看。代办已于 { $day } 到期。
acting-label = 正在代办
# Variables: $name (text) - for whom
acting-for = 您正在替{ $name }办事
# Variables: $name (text) - for whom
acting-begin = 替{ $name }办事
acting-stop = 停止代办，办自己的事
