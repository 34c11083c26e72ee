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
search-results = 找到的服务
# Variables: $count (number) - how many services were found
search-count = 找到 { $count } 项服务
