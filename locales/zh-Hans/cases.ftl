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
