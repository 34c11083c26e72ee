services-title = 服务
services-themes = 类别
services-none = 这一类还没有服务
services-gone = 没有这项服务
services-theme-education = 教育
services-theme-social-security = 社会保障
services-theme-healthcare = 医疗健康
services-theme-taxation = 税务
services-theme-transport = 交通出行
services-theme-utilities = 水电气
services-theme-civil-affairs = 民政
services-theme-housing = 住房
services-theme-public-security = 户籍证件
services-theme-employment = 就业
services-theme-business = 企业开办
services-theme-justice = 司法公证
services-theme-environment = 环境
services-theme-agriculture = 农业农村
services-theme-culture = 文化旅游
services-theme-other = 其他
service-region-first = 请先选择您住在哪里，没有选择就不能提交申请。
    .simple = 先说说您住在哪里，才能办。
service-region-choose = 选择地区
service-start = 在线办理
service-not-online = 这项服务还不能在线办理，请到窗口或电话咨询。
    .simple = 这项服务还不能在这里办。请到窗口办，或打电话问。
service-conditions = 办理条件
    .simple = 谁可以办
service-days = 承诺办结时间
    .simple = 要多少个工作日
service-fee = 费用
    .simple = 要多少钱
service-phone = 咨询电话
service-documents = 需要的材料
    .simple = 要准备什么
services-by = 查看方式
services-by-theme = 按主题
services-by-department = 按部门
# Variables: $count (number) - how many services
services-count = { $count } 项服务
# Variables: $department (text) - its name
service-more-of = { $department }的更多服务
department-gone = 没有这个部门
department-services = 提供的服务
# Variables: $phone (text) - its number
department-call = 拨打 { $phone }
life-events-body = 遇到一件大事，要找好几个部门。这里按顺序排好，一件一件办。
life-events-none = 还没有人生大事
life-events-gone = 没有这件人生大事
life-events-steps = 要办的事
regions-title = 地区
regions-body = 看看各地自己的服务。搬家了，就打开新的地方，说您住在那里。
regions-none = 没有找到这样的地区
regions-gone = 没有这个地区
regions-home = 您住在这里。这里的服务排在最前面。
# Variables: $region (text) - its name
regions-live-here = 我住在{ $region }
regions-no-own = 这里还没有自己的服务；全国的服务照样能用。
# Variables: $time (text) - a date and time
service-outage-until = 预计 { $time } 恢复。
service-outage-open = 什么时候恢复还不知道。
service-days-statutory = 法定时限
service-region = 办理地区
service-rating = 办事人评价
# Variables: $score (text) - a number from 1 to 5, $count (number) - how many people
service-rated = { $count ->
   *[other] { $score } 分（满分 5 分），{ $count } 人评价
}
service-rated-none = 评价的人还太少
service-result = 办理结果
# Variables: $issuer (text) - who issues the document
service-document-issuer = 由{ $issuer }出具
service-document-fetched = 部门调取，不用交
service-documents-none = 不需要材料
service-document-here = 您已经有了
service-basis = 设置依据
service-events = 属于这些人生大事
services-by-life-event = 按人生大事
services-by-region = 按地区
# Variables: $region (text) - its name
services-in = { $region }
# Variables: $region (text) - its name
services-elsewhere = 不在您的所在地：{ $region }
services-at-counter = 请到窗口或电话办理
services-here = 可在此办理
services-off-line = 暂停办理
services-only-here = 只看可在此办理的
# Variables: $count (number) - how many more
service-documents-more = { $count ->
   *[other] 还有 { $count } 项
}
