# 水电燃气费

## 户号

bills-account-title = 水電燃氣費
bills-account-lead = 查看並繳納家裡的水費、電費、燃氣費。
bills-account-label = 戶號
bills-account-hint = 10 位數字，在最近的繳費單上，例如 1020304050。也可以替父母繳費。
    .simple = 10 位數字，上次的帳單上有。也可以替父母交。
bills-account-error = 請填寫戶號，共 10 位數字
bills-look-up = 查詢帳單
bills-looking-up = 正在查詢帳單。

## 账单

bills-title = 家裡的帳單
# Variables: $count (number) - 待缴笔数, $total (money) - 合计
bills-due = { $count ->
   *[other] 有 { $count } 筆待繳，共 { $total }
}
bills-none = 這個戶號目前沒有帳單。
bills-all-paid = 全部繳清了。
bills-supply-water = 水費
bills-supply-power = 電費
bills-supply-gas = 燃氣費
bills-row-due = 待繳
bills-row-paid = 已繳
bills-other-account = 換一個戶號

## 用量

bills-usage-title = 最近 12 個月用量
bills-usage-show = 查看最近 12 個月用量
bills-usage-water = 用水量
bills-usage-power = 用電量
bills-usage-gas = 用氣量
bills-show-water = 看用水量
bills-show-power = 看用電量
bills-show-gas = 看用氣量
bills-unit-m3 = 立方米
bills-unit-kwh = 度
# Variables: $used (number) - 立方米
bills-used-m3 = { $used } 立方米
# Variables: $used (number) - 度
bills-used-kwh = { $used } 度
bills-month-short-01 = 1月
bills-month-short-02 = 2月
bills-month-short-03 = 3月
bills-month-short-04 = 4月
bills-month-short-05 = 5月
bills-month-short-06 = 6月
bills-month-short-07 = 7月
bills-month-short-08 = 8月
bills-month-short-09 = 9月
bills-month-short-10 = 10月
bills-month-short-11 = 11月
bills-month-short-12 = 12月
# Variables: $year (text) - 四位年份, $month (text) - m01 到 m12
bills-month = { $month ->
    [m01] { $year } 年 1 月
    [m02] { $year } 年 2 月
    [m03] { $year } 年 3 月
    [m04] { $year } 年 4 月
    [m05] { $year } 年 5 月
    [m06] { $year } 年 6 月
    [m07] { $year } 年 7 月
    [m08] { $year } 年 8 月
    [m09] { $year } 年 9 月
    [m10] { $year } 年 10 月
    [m11] { $year } 年 11 月
   *[m12] { $year } 年 12 月
}

## 一笔账单

bills-bill-title = 帳單
bills-bill-gone = 這筆帳單已經不在了。
bills-bill-paid = 這筆帳單已繳清。
bills-fact-supply = 項目
bills-fact-month = 月份
bills-fact-used = 用量
bills-fact-paid = 繳費時間
bills-purpose-water = 繳水費
bills-purpose-power = 繳電費
bills-purpose-gas = 繳燃氣費
bills-once = 如果付款時出了問題，可以放心再試：這筆帳單只會付一次。
    .simple = 沒有成功就再試一次，只會付一次錢。
bills-paying = 正在付款。
bills-to-bills = 返回帳單
bills-paid-title = 繳費成功
bills-paid-confirmation = 帳單已繳清
bills-paid-next = 公用事業服務中心已收到付款，這筆帳單不用再辦了。
    .simple = 錢已經到了。您不用再做什麼。

## 已付款但还没销账

bills-receipt-waiting = 您已付款，但還沒有銷帳。不用擔心，付款憑證已儲存在這部手機上。
    .simple = 您付過錢了，水電燃氣那邊還不知道。錢不會丟。
bills-receipt-redeem = 現在銷帳
bills-receipt-redeeming = 正在銷帳。

## 遇到问题时

bills-trouble-sign-in = 請先登入。
bills-trouble-declined = 您沒有同意，所以沒有付款。
bills-trouble-forbidden = 這裡不能進行此操作。
bills-trouble-too-often = 操作太頻繁了，請過一分鐘再試。
    .simple = 請等一分鐘再試。
bills-trouble-offline = 現在沒有網路，請連上網路後再試。
    .simple = 現在沒有網路。請過一會兒再試。
bills-trouble-unavailable = 暫時辦不了，請過幾分鐘再試，或撥打 12345。
    .simple = 現在辦不了。請過一會兒再試，或打 12345。
# Variables: $words (text) - 公用事业服务中心的答复
bills-trouble-objection = 公用事業服務中心答覆：{ $words }
bills-trouble-objection-unsaid = 公用事業服務中心沒有辦成，也沒有說明原因。如果再次出現，請撥打 12345。
    .simple = 沒有辦成，也沒說為什麼。再這樣，請打 12345。
