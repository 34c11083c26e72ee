cases-title = 我的辦件
cases-gone = 沒有這個辦件
cases-history = 辦理過程
# Variables: $reference (text) - the case's reference
cases-reference = 辦件編號：{ $reference }
# Variables: $name (text) - the helper
cases-handed-in-by = 由{ $name }代您提交
# Variables: $name (text) - whose it is
cases-outgoing-for = 替{ $name }辦理
# Variables: $day (text) - a date
cases-promised = 承諾最遲 { $day } 辦結
    .simple = 最遲 { $day } 辦好
# Variables: $days (number) - working days
cases-promise-begins = 受理後 { $days } 個工作日內辦結
cases-promise-stands = 時限暫停計算，補正材料後繼續
# Variables: $year (text) - a year
cases-promise-may-move = { $year } 年的節假日安排尚未公佈，日期可能調整
# Variables: $count (number) - how many applications wait
cases-waiting = 有 { $count } 份申請等待網路
    .simple = 有 { $count } 份申請還沒送出去。有網路就自動送。
# Variables: $service (text) - the service's name
cases-outgoing-case = { $service }
# Variables: $reference (text) - the case's reference
cases-outgoing-rating = 對辦件 { $reference } 的評價
cases-outgoing-unknown = 本版本無法識別的內容
# Variables: $time (text) - when it was handed in
cases-outgoing-since = 您於 { $time } 提交，已儲存在本機，將盡快傳送。
    .simple = 您在 { $time } 交的，還在手機裡，會自動送出去。
# Variables: $time (text) - when it is tried again
cases-outgoing-next = 下次傳送時間：{ $time }。
# Variables: $percent (number) - how much of its files has been sent
cases-outgoing-sent = 已傳送 { $percent }%。
cases-outgoing-send = 立即傳送
cases-outgoing-take-back = 撤回
cases-not-accepted = 未被接收
    .simple = 沒有收下
# Variables: $words (text) - the department's own words
cases-not-accepted-words = 部門答覆：{ $words }
cases-not-accepted-service = 該服務已不再提供。
cases-not-accepted-region = 您所在的地區不辦理該服務。
cases-not-accepted-size = 內容超過平台允許的大小，請減少或縮小檔案。
# Variables: $code (text) - the platform's code of the reason
cases-not-accepted-other = 平台給出的原因是「{ $code }」，詳情請洽辦理部門。
cases-not-accepted-form = 您填寫的內容已保留為表單，可以修改後重新提交。
    .simple = 您填的還在，改好了可以再交。
cases-not-accepted-open = 開啟表單
cases-not-accepted-put-away = 不再顯示
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
cases-state-supplement-asked = 需要補充資料
    .simple = 還要您補充一些
cases-state-suspended = 暫停辦理
    .simple = 先停一停
cases-state-appealed = 已收到異議
    .simple = 您不同意這個決定
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
cases-state-unknown = 請向辦理部門詢問進度
    .simple = 請問一問部門
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
cases-rating-unknown = 此版本不認識的評價
