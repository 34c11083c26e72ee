services-title = 服務
services-themes = 類別
services-none = 這一類還沒有服務
services-gone = 沒有這項服務
services-theme-education = 教育
services-theme-social-security = 社會保障
services-theme-healthcare = 醫療健康
services-theme-taxation = 稅務
services-theme-transport = 交通出行
services-theme-utilities = 水電氣
services-theme-civil-affairs = 民政
services-theme-housing = 住房
services-theme-public-security = 戶籍證件
services-theme-employment = 就業
services-theme-business = 企業開辦
services-theme-justice = 司法公證
services-theme-environment = 環境
services-theme-agriculture = 農業農村
services-theme-culture = 文化旅遊
services-theme-other = 其他
service-start = 線上辦理
service-not-online = 這項服務還不能線上辦理，請到窗口或電話諮詢。
service-conditions = 辦理條件
service-days = 承諾辦結時間（工作日）
service-fee = 費用
service-phone = 諮詢電話
service-documents = 需要的材料
services-by = 查看方式
services-by-theme = 按主題
services-by-department = 按部門
# Variables: $count (number) - how many services
services-count = { $count } 項服務
# Variables: $department (text) - its name
service-more-of = { $department }的更多服務
department-gone = 沒有這個部門
department-services = 提供的服務
# Variables: $phone (text) - its number
department-call = 撥打 { $phone }
