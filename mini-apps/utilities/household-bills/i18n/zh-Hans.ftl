# 水电燃气费

## 户号

bills-account-title = 水电燃气费
bills-account-lead = 查看并缴纳家里的水费、电费、燃气费。
bills-account-label = 户号
bills-account-hint = 10 位数字，在最近的缴费单上，例如 1020304050。也可以替父母缴费。
    .simple = 10 位数字，上次的账单上有。也可以替父母交。
bills-account-error = 请填写户号，共 10 位数字
bills-look-up = 查询账单
bills-looking-up = 正在查询账单。

## 账单

bills-title = 家里的账单
# Variables: $count (number) - 待缴笔数, $total (money) - 合计
bills-due = { $count ->
   *[other] 有 { $count } 笔待缴，共 { $total }
}
bills-none = 这个户号目前没有账单。
bills-all-paid = 全部缴清了。
bills-supply-water = 水费
bills-supply-power = 电费
bills-supply-gas = 燃气费
bills-row-due = 待缴
bills-row-paid = 已缴
bills-other-account = 换一个户号

## 用量

bills-usage-title = 最近 12 个月用量
bills-usage-show = 查看最近 12 个月用量
bills-usage-water = 用水量
bills-usage-power = 用电量
bills-usage-gas = 用气量
bills-show-water = 看用水量
bills-show-power = 看用电量
bills-show-gas = 看用气量
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

bills-bill-title = 账单
bills-bill-gone = 这笔账单已经不在了。
bills-bill-paid = 这笔账单已缴清。
bills-fact-supply = 项目
bills-fact-month = 月份
bills-fact-used = 用量
bills-fact-paid = 缴费时间
bills-purpose-water = 缴水费
bills-purpose-power = 缴电费
bills-purpose-gas = 缴燃气费
bills-once = 如果付款时出了问题，可以放心再试：这笔账单只会付一次。
    .simple = 没有成功就再试一次，只会付一次钱。
bills-paying = 正在付款。
bills-to-bills = 返回账单
bills-paid-title = 缴费成功
bills-paid-confirmation = 账单已缴清
bills-paid-next = 公用事业服务中心已收到付款，这笔账单不用再办了。
    .simple = 钱已经到了。您不用再做什么。

## 已付款但还没销账

bills-receipt-waiting = 您已付款，但还没有销账。不用担心，付款凭证已保存在这部手机上。
    .simple = 您付过钱了，水电气那边还不知道。钱不会丢。
bills-receipt-redeem = 现在销账
bills-receipt-redeeming = 正在销账。

## 遇到问题时

bills-trouble-sign-in = 请先登录。
bills-trouble-declined = 您没有同意，所以没有付款。
bills-trouble-forbidden = 这里不能进行此操作。
bills-trouble-too-often = 操作太频繁了，请过一分钟再试。
    .simple = 请等一分钟再试。
bills-trouble-offline = 现在没有网络，请联网后再试。
    .simple = 现在没有网。请过一会儿再试。
bills-trouble-unavailable = 暂时办不了，请过几分钟再试，或拨打 12345。
    .simple = 现在办不了。请过一会儿再试，或打 12345。
# Variables: $words (text) - 公用事业服务中心的答复
bills-trouble-objection = 公用事业服务中心答复：{ $words }
bills-trouble-objection-unsaid = 公用事业服务中心没有办成，也没有说明原因。如果再次出现，请拨打 12345。
    .simple = 没有办成，也没说为什么。再这样，请打 12345。
