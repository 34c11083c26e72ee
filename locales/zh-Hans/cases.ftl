cases-title = 我的办件
cases-gone = 没有这个办件
cases-history = 办理过程
# Variables: $reference (text) - the case's reference
cases-reference = 办件编号：{ $reference }
# Variables: $day (text) - a date
cases-promised = 承诺 { $day } 前办结
    .simple = { $day } 前办好
# Variables: $count (number) - how many applications wait
cases-waiting = 有 { $count } 份申请等待网络
    .simple = 有 { $count } 份申请还没发出去。有网就自动发。
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
