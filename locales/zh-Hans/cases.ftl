cases-title = 我的办件
cases-gone = 没有这个办件
cases-history = 办理过程
# Variables: $reference (text) - the case's reference
cases-reference = 办件编号：{ $reference }
# Variables: $name (text) - the helper
cases-handed-in-by = 由{ $name }代您提交
# Variables: $name (text) - whose it is
cases-outgoing-for = 替{ $name }办理
# Variables: $day (text) - a date
cases-promised = 承诺最迟 { $day } 办结
    .simple = 最迟 { $day } 办好
# Variables: $days (number) - working days
cases-promise-begins = 受理后 { $days } 个工作日内办结
cases-promise-stands = 时限暂停计算，补正材料后继续
# Variables: $year (text) - a year
cases-promise-may-move = { $year } 年的节假日安排尚未公布，日期可能调整
# Variables: $count (number) - how many applications wait
cases-waiting = 有 { $count } 份申请等待网络
    .simple = 有 { $count } 份申请还没发出去。有网就自动发。
# Variables: $service (text) - the service's name
cases-outgoing-case = { $service }
# Variables: $reference (text) - the case's reference
cases-outgoing-rating = 对办件 { $reference } 的评价
cases-outgoing-unknown = 本版本无法识别的内容
# Variables: $time (text) - when it was handed in
cases-outgoing-since = 您于 { $time } 提交，已保存在本机，将尽快发送。
    .simple = 您在 { $time } 交的，还在手机里，会自动发出去。
# Variables: $time (text) - when it is tried again
cases-outgoing-next = 下次发送时间：{ $time }。
# Variables: $percent (number) - how much of its files has been sent
cases-outgoing-sent = 已发送 { $percent }%。
cases-outgoing-send = 立即发送
cases-outgoing-take-back = 撤回
cases-not-accepted = 未被接收
    .simple = 没有收下
# Variables: $words (text) - the department's own words
cases-not-accepted-words = 部门答复：{ $words }
cases-not-accepted-service = 该服务已不再提供。
cases-not-accepted-region = 您所在的地区不办理该服务。
cases-not-accepted-size = 内容超过平台允许的大小，请减少或缩小文件。
# Variables: $code (text) - the platform's code of the reason
cases-not-accepted-other = 平台给出的原因是“{ $code }”，详情请咨询办理部门。
cases-not-accepted-form = 您填写的内容已保留为表单，可以修改后重新提交。
    .simple = 您填的还在，改好了可以再交。
cases-not-accepted-open = 打开表单
cases-not-accepted-put-away = 不再显示
cases-state-received = 已收到
    .simple = 收到了
cases-state-accepted = 已受理
    .simple = 开始办了
cases-state-refused = 不予受理
    .simple = 不能办
cases-state-correction-asked = 需要补正
    .simple = 有些地方要您改
cases-state-review = 审查中
    .simple = 正在看
cases-state-supplement-asked = 需要补充材料
    .simple = 还要您补充一些
cases-state-suspended = 暂停办理
    .simple = 先停一停
cases-state-appealed = 已收到异议
    .simple = 您不同意这个决定
cases-state-approved = 已通过
    .simple = 同意了
cases-state-rejected = 未通过
    .simple = 没有同意
cases-state-delivered = 已送达
    .simple = 送到了
cases-state-closed = 已办结
    .simple = 办完了
cases-state-withdrawn = 已撤回
    .simple = 您收回了
cases-state-unknown = 请向办理部门询问进度
    .simple = 请问一问部门
cases-progress-not-started = 未开始
cases-progress-blocked = 等待其他事项
cases-progress-in-progress = 进行中
cases-progress-waiting-for-you = 等待您处理
cases-progress-done = 完成
cases-progress-problem = 有问题
cases-rate = 评价这次服务
cases-rate-question = 您满意吗？
cases-rate-text = 想说的话
cases-rate-send = 提交评价
# Variables: $level (text) - the level in words
cases-rated = 您的评价：{ $level }
cases-rating-very-satisfied = 非常满意
cases-rating-satisfied = 满意
cases-rating-fairly-satisfied = 基本满意
cases-rating-dissatisfied = 不满意
cases-rating-very-dissatisfied = 非常不满意
cases-rating-unknown = 此版本不认识的评价
# Variables: $office (text) - the office, by its name
cases-office = 目前由{ $office }办理
cases-late = 已超过承诺的日期。
    .simple = 已经晚了。
# Variables: $office (text) - the office, by its name
cases-escalated = 已告知上级部门：{ $office }
cases-promise-on-hold = 中止期间时限暂停计算
cases-asked = 需要您提供
    .simple = 要您做的事
# Variables: $day (text) - a date
cases-answer-by = 请最迟于 { $day } 答复
cases-said = 往来记录
# Variables: $name (text) - a department, $what (text) - what it did
cases-entry-of = { $name }：{ $what }
cases-entry-answer = 您作了答复
cases-entry-addition = 您补充了内容
cases-entry-withdrawal = 您撤回了办件
cases-entry-appeal = 您对决定提出了异议
cases-entry-question = 您提了问题
cases-entry-reply = 答复
cases-entry-escalation = 办理已超期
cases-entry-put-aside = 部门尚未接收
cases-entry-unknown = 本版本无法识别的内容
cases-entry-document = 您的一份证照
# Variables: $name (text) - a file's name, $size (text) - its size
cases-entry-file = { $name }（{ $size }）
cases-party-person = 您说的
cases-party-department = 部门说的
cases-party-platform = 平台说的
cases-party-unknown = 其他方说的
cases-act-answer = 您的答复
cases-act-answer-words = 补充说明
cases-act-answer-send = 发送答复
cases-act-add = 补充内容
cases-act-add-body = 补充的内容会发给正在办理的部门。
cases-act-add-words = 内容说明
cases-act-add-send = 补充到办件
cases-act-ask = 向部门提问
cases-act-ask-body = 部门会结合这个办件阅读您的问题，答复会出现在这里和消息中。
cases-act-ask-words = 您的问题
cases-act-ask-send = 发送问题
cases-act-withdraw = 撤回办件
cases-act-withdraw-body = 部门将停止办理。已缴的费用和已提交的内容不会撤销，以后可以重新提交。
    .simple = 部门就不办了。以后还可以再交。
cases-act-withdraw-words = 原因
cases-act-withdraw-send = 现在撤回
cases-act-appeal = 对决定提出异议
cases-act-appeal-body = 部门会再审查一次。每个办件只能提出一次异议，请写全理由。
    .simple = 觉得结果不对？写下理由，部门会再看一次。
cases-act-appeal-words = 您认为决定有误的理由
cases-act-appeal-send = 提交异议
cases-act-cancel = 取消
cases-act-again = 修改后重新发送
cases-act-file = 文件或照片
cases-act-documents = 您的证照
cases-act-no-document = 本机上没有仍然有效的该类证照。
    .simple = 手机里没有这个证。
cases-act-missing-words = 请写下您要说的话
# Variables: $label (text) - what is asked for
cases-act-missing-answer = 请填写：{ $label }
# Variables: $label (text) - what is asked for
cases-act-missing-file = 请选择文件：{ $label }
# Variables: $label (text) - what is asked for
cases-act-missing-document = 请选择证照：{ $label }
# Variables: $most (number) - the most characters
cases-act-fewer-words = 每项最多写 { $most } 个字
# Variables: $what (text) - what the person does, $reference (text) - the case's reference
cases-outgoing-act = { $what }，办件 { $reference }
cases-rate-reasons = 主要是哪方面？
cases-rate-anonymous = 不告诉部门是哪个办件
cases-reason-fast = 办得快
cases-reason-clear = 怎么办很清楚
cases-reason-friendly = 态度好
cases-reason-nothing-asked-twice = 不用重复提供
cases-reason-slow = 办得慢
cases-reason-unclear = 怎么办不清楚
cases-reason-unfriendly = 态度不好
cases-reason-asked-twice = 重复要材料
cases-reason-decision-unexplained = 决定没有说明理由
cases-reason-technical-trouble = 应用或网络出错
cases-follow-up = 评价的处理情况
# Variables: $day (text) - a date
cases-follow-up-open = 部门最迟于 { $day } 答复您。
# Variables: $day (text) - a date
cases-follow-up-late = { $day } 已过，部门还没有答复。
cases-follow-up-appealed = 平台运营方正在核查。
cases-follow-up-closed = 处理已结束。
# Variables: $words (text) - the person's own words
cases-follow-up-objection = 您提出了异议：{ $words }
cases-follow-up-objected = 对答复的异议
# Variables: $words (text) - the operator's words
cases-follow-up-operator = 平台运营方答复：{ $words }
# Variables: $words (text) - the department's words
cases-follow-up-exclusion = 部门申请不计入您的评价，理由：{ $words }
cases-follow-up-excluded = 您的评价未计入统计。
cases-follow-up-on-its-way = 您的异议已保存在本机，将尽快发送。
cases-follow-up-object = 这不算答复
cases-follow-up-why = 为什么不算
