# 公交卡：余额、充值、线路和下一班车

## 卡片

bus-card-title = 我的公交卡
bus-card-balance = 余额
bus-card-number = 卡号
bus-card-loading = 正在加载公交卡信息。
bus-card-load = 查看我的公交卡
bus-refresh = 刷新
bus-top-up = 充值
bus-trips-title = 最近乘车
bus-trips-show = 查看最近乘车
bus-trips-none = 还没有乘车记录。
# Variables: $line (text) - 线路名称
bus-trip-line = { $line } 路
bus-lines-link = 线路和下一班车
bus-lines-link-detail = 看看下一班车什么时候到站
bus-to-card = 返回公交卡

## 已付款但还没到卡里

bus-receipt-waiting = 您已付款，但钱还没有充到卡里。不用担心，付款凭证已保存在这部手机上。
    .simple = 您付过钱了，钱还没到卡上。钱不会丢。
bus-receipt-redeem = 现在充到卡里
bus-receipt-redeeming = 正在把钱充到卡里。
bus-receipt-recovered = 之前付的钱已经充到卡里。

## 充值

bus-top-up-title = 公交卡充值
bus-amount-label = 充多少？
bus-amount-hint = 付款后立即到账
bus-amount-error = 请选择充值金额
bus-continue = 下一步
bus-bill-title = 付款
bus-bill-purpose = 公交卡充值
bus-bill-line = 充到卡里
bus-bill-once = 如果付款时出了问题，可以放心再试：这笔账单只会付一次。
    .simple = 没有成功就再试一次，只会付一次钱。
bus-bill-paying = 正在付款。
bus-topped-up-title = 充值成功
bus-topped-up-confirmation = 钱已充到卡里
# Variables: $balance (money) - 现在的余额
bus-topped-up-balance = 现在的余额是 { $balance }。
bus-topped-up-use = 下次乘车就可以用。

## 线路

bus-lines-title = 线路和下一班车
bus-lines-query = 线路或站名
bus-lines-query-hint = 例如 7 或火车站；不填可查看全部线路
    .simple = 比如 7 路。什么都不写，就看全部线路。
bus-lines-search = 查询
bus-lines-searching = 正在查询线路。
bus-lines-found = 查到的线路
bus-lines-none = 没有找到这条线路或站名，少输几个字试试。
# Variables: $from (text) - 起点站, $to (text) - 终点站
bus-lines-way = { $from } 开往 { $to }
# Variables: $name (text) - 线路名称
bus-line-title = { $name }：下一班车
bus-stops-caption = 各站下一班车
bus-stops-column-stop = 站名
bus-stops-column-next = 下一班
bus-stops-column-after = 再下一班
bus-stops-loading = 正在加载到站时间。
bus-stops-none = 这条线路现在没有车。
bus-lines-other = 其他线路
# Variables: $minutes (number) - 几分钟后到站
bus-minutes = { $minutes ->
   *[other] { $minutes } 分钟
}
bus-minutes-now = 即将到站
bus-minutes-none = 无

## 遇到问题时

bus-trouble-sign-in = 请先登录。
bus-trouble-declined = 您没有同意，所以没有付款。
bus-trouble-forbidden = 这里不能进行此操作。
bus-trouble-too-often = 操作太频繁了，请过一分钟再试。
    .simple = 请等一分钟再试。
bus-trouble-offline = 现在没有网络，请联网后再试。
    .simple = 现在没有网。请过一会儿再试。
bus-trouble-unavailable = 暂时办不了，请过几分钟再试，或拨打 12328。
    .simple = 现在办不了。请过一会儿再试，或打 12328。
# Variables: $words (text) - 交通部门的答复
bus-trouble-objection = 交通部门答复：{ $words }
bus-trouble-objection-unsaid = 交通部门没有办成，也没有说明原因。如果再次出现，请拨打 12328。
    .simple = 没有办成，也没说为什么。再这样，请打 12328。

## 首页卡片

bus-widget-title = 公交卡
bus-widget-low = 余额不多，请尽快充值
bus-widget-receipt = 有一笔付款还没有充到卡里
# Variables: $line (text) - 线路名称, $fare (money) - 车费
bus-widget-trip = 最近乘车：{ $line } 路，{ $fare }
