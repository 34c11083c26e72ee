# 公交卡：余额、充值、线路和下一班车

## 卡片

bus-card-title = 我的公交卡
bus-card-balance = 餘額
bus-card-number = 卡號
bus-card-loading = 正在載入公交卡資訊。
bus-card-load = 查看我的公交卡
bus-refresh = 更新
bus-top-up = 充值
bus-trips-title = 最近乘車
bus-trips-show = 查看最近乘車
bus-trips-none = 還沒有乘車記錄。
# Variables: $line (text) - 线路名称
bus-trip-line = { $line } 路
bus-lines-link = 線路和下一班車
bus-lines-link-detail = 看看下一班車什麼時候到站
bus-to-card = 返回公交卡

## 已付款但还没到卡里

bus-receipt-waiting = 您已付款，但錢還沒有充到卡裡。不用擔心，付款憑證已儲存在這部手機上。
    .simple = 您付過錢了，錢還沒到卡上。錢不會丟。
bus-receipt-redeem = 現在充到卡裡
bus-receipt-redeeming = 正在把錢充到卡裡。
bus-receipt-recovered = 之前付的錢已經充到卡裡。

## 充值

bus-top-up-title = 公交卡充值
bus-amount-label = 充多少？
bus-amount-hint = 付款後立即到帳
bus-amount-error = 請選擇充值金額
bus-continue = 下一步
bus-bill-title = 付款
bus-bill-purpose = 公交卡充值
bus-bill-line = 充到卡裡
bus-bill-once = 如果付款時出了問題，可以放心再試：這筆帳單只會付一次。
    .simple = 沒有成功就再試一次，只會付一次錢。
bus-bill-paying = 正在付款。
bus-topped-up-title = 充值成功
bus-topped-up-confirmation = 錢已充到卡裡
# Variables: $balance (money) - 现在的余额
bus-topped-up-balance = 現在的餘額是 { $balance }。
bus-topped-up-use = 下次乘車就可以用。

## 线路

bus-lines-title = 線路和下一班車
bus-lines-query = 線路或站名
bus-lines-query-hint = 例如 7 或火車站；不填可查看全部線路
    .simple = 比如 7 路。什麼都不寫，就看全部路線。
bus-lines-search = 查詢
bus-lines-searching = 正在查詢線路。
bus-lines-found = 查到的線路
bus-lines-none = 沒有找到這條線路或站名，少輸幾個字試試。
# Variables: $from (text) - 起点站, $to (text) - 终点站
bus-lines-way = { $from } 開往 { $to }
# Variables: $name (text) - 线路名称
bus-line-title = { $name }：下一班車
bus-stops-caption = 各站下一班車
bus-stops-column-stop = 站名
bus-stops-column-next = 下一班
bus-stops-column-after = 再下一班
bus-stops-loading = 正在載入到站時間。
bus-stops-none = 這條線路現在沒有車。
bus-lines-other = 其他線路
# Variables: $minutes (number) - 几分钟后到站
bus-minutes = { $minutes ->
   *[other] { $minutes } 分鐘
}
bus-minutes-now = 即將到站
bus-minutes-none = 無

## 遇到问题时

bus-trouble-sign-in = 請先登入。
bus-trouble-declined = 您沒有同意，所以沒有付款。
bus-trouble-forbidden = 這裡不能進行此操作。
bus-trouble-too-often = 操作太頻繁了，請過一分鐘再試。
    .simple = 請等一分鐘再試。
bus-trouble-offline = 現在沒有網路，請連上網路後再試。
    .simple = 現在沒有網路。請過一會兒再試。
bus-trouble-unavailable = 暫時辦不了，請過幾分鐘再試，或撥打 12328。
    .simple = 現在辦不了。請過一會兒再試，或打 12328。
# Variables: $words (text) - 交通部门的答复
bus-trouble-objection = 交通部門答覆：{ $words }
bus-trouble-objection-unsaid = 交通部門沒有辦成，也沒有說明原因。如果再次出現，請撥打 12328。
    .simple = 沒有辦成，也沒說為什麼。再這樣，請打 12328。

## 首页卡片

bus-widget-title = 公交卡
bus-widget-low = 餘額不多，請盡快充值
bus-widget-receipt = 有一筆付款還沒有充到卡裡
# Variables: $line (text) - 线路名称, $fare (money) - 车费
bus-widget-trip = 最近乘車：{ $line } 路，{ $fare }
