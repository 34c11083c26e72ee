home-greeting = 您好
# Variables: $name (text) - the person's name
home-greeting-name = 您好，{ $name }
home-no-region = 还没有选择地区
home-search = 查找服务
home-high-demand = 大家常办
home-cases = 我的办件
home-cases-all = 全部办件
home-cases-empty = 还没有办件
home-cases-empty-body = 提交申请后，可以在这里看到进度。
home-documents = 我的证照
home-documents-all = 全部证照
home-documents-empty = 还没有电子证照
home-documents-empty-body = 部门发给您的证照会保存在这里，没有网络也能看。
# Variables: $region (text) - the person's region
home-local = { $region }的服务
home-local-label = 本地服务
home-seniors = 使用长辈版（大字）
home-everything-else = 全部服务
home-draft-title = 您还没填完
home-draft-kicker = 下一步
home-draft-go-on = 继续填写
home-draft-not-now = 暂不继续
home-cards = 我的卡片
# Variables: $time (text) - when the card was made
home-card-as-of = 更新于 { $time }
# Variables: $name (text) - what the card is about
home-card-remove = 从首页移除“{ $name }”
home-card-sign-in = 登录后可以查看。
search-title = 查找服务
search-empty = 您想办什么？
search-empty-body = 可以输入中文、拼音或首字母，例如“社保卡”“shebaoka”“sbk”。
search-none = 没有找到
search-none-body = 换个说法试试，或者在“服务”里按类别查找。
search-none-services = 看看全部服务
# Variables: $correction (text) - what was searched for
search-corrected = 已按“{ $correction }”搜索。
# Variables: $typed (text) - what was typed
search-as-typed = 仍按“{ $typed }”搜索
search-results = 找到的服务
search-chosen = 目录编辑推荐
search-parts = 本机存有全国通办和您所在地区的服务。
search-parts-whole = 在所有地区查找
search-parts-coming = 正在获取其他地区的服务，您可以继续操作。
# Variables: $count (number) - how many regions
services-parts-behind = 有 { $count } 个地区的最新服务没有取到，稍后会再次获取；其余服务都在。
services-parts-nation-behind = 全国通办的服务没有更新成功，稍后会再次获取；现在看到的是原来的内容。
# Variables: $count (number) - how many
search-others = 还有 { $count } 项可能相关
search-others-list = 可能相关的服务
# Variables: $count (number) - how many services were found
search-count = 找到 { $count } 项服务
home-next-correct = 有一件事要您补正
home-next-correct-go = 去补正
home-next-ends = 有证照快到期了
home-next-ended = 有证照已经过期
home-next-look = 看一看
home-next-rate = 这件事办完了，办得怎么样？
home-cards-arrange = 调整卡片顺序
home-cards-arranged = 排好了
# Variables: $name (text) - what the card is about
home-card-forward = 把“{ $name }”往前移
# Variables: $name (text) - what the card is about
home-card-backward = 把“{ $name }”往后移
home-codes = 出示证照码
home-life-events = 人生大事
home-life-events-all = 全部人生大事
# Variables: $count (number) - how many messages are new
home-messages = { $count ->
    [0] 消息
   *[other] 消息，{ $count } 条新消息
}
messages-title = 消息
messages-empty = 还没有消息
messages-empty-body = 办件有了进展、证照签发或快到期时，会在这里告诉您。
messages-new = 新
messages-document-issued = 签发给您了
search-before = 搜过的内容
# Variables: $question (text) - what was searched for
search-forget = 删除“{ $question }”
search-forget-all = 清空搜索记录
search-answer = 最符合的事项
search-answer-more = 通常还需要一起办理：
search-answer-open = 查看这项服务
# Variables: $time (text) - when the catalogue was read
search-answer-source = 以上内容摘自服务目录原文（{ $time }）。
messages-reminders = 提醒
messages-reminder-details = 请在“指尖”中打开该服务。
messages-reminder-open = 打开服务
messages-reminder-calendar = 加入日历
messages-reminder-remove = 删除提醒
