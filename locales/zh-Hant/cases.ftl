cases-title = 我的辦件
cases-gone = 沒有這個辦件
cases-history = 辦理過程
# Variables: $reference (text) - the case's reference
cases-reference = 辦件編號：{ $reference }
# Variables: $day (text) - a date
cases-promised = 承諾 { $day } 前辦結
    .simple = { $day } 前辦好
# Variables: $count (number) - how many applications wait
cases-waiting = 有 { $count } 份申請等待網路
    .simple = 有 { $count } 份申請還沒送出去。有網路就自動送。
cases-state-received = 已收到
    .simple = 收到了
cases-state-accepted = 已受理
    .simple = 開始辦了
cases-state-refused = 不予受理
    .simple = 不能辦
cases-state-correction-asked = 需要補正
    .simple = 有些地方要您改
cases-state-review = 審查中
    .simple = 正在看
cases-state-approved = 已通過
    .simple = 同意了
cases-state-rejected = 未通過
    .simple = 沒有同意
cases-state-delivered = 已送達
    .simple = 送到了
cases-state-closed = 已辦結
    .simple = 辦完了
cases-state-withdrawn = 已撤回
    .simple = 您收回了
cases-progress-not-started = 未開始
cases-progress-blocked = 等待其他事項
cases-progress-in-progress = 進行中
cases-progress-waiting-for-you = 等待您處理
cases-progress-done = 完成
cases-progress-problem = 有問題
cases-rate = 評價這次服務
cases-rate-question = 您滿意嗎？
cases-rate-text = 想說的話
cases-rate-send = 提交評價
# Variables: $level (text) - the level in words
cases-rated = 您的評價：{ $level }
cases-rating-very-satisfied = 非常滿意
cases-rating-satisfied = 滿意
cases-rating-fairly-satisfied = 基本滿意
cases-rating-dissatisfied = 不滿意
cases-rating-very-dissatisfied = 非常不滿意
