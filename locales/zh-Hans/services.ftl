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
service-start = 在线办理
service-not-online = 这项服务还不能在线办理，请到窗口或电话咨询。
service-conditions = 办理条件
service-days = 承诺办结时间（工作日）
service-fee = 费用
service-phone = 咨询电话
service-documents = 需要的材料
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
