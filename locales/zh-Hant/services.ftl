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
service-region-first = 請先選擇您住在哪裡，沒有選擇就不能提交申請。
    .simple = 先說說您住在哪裡，才能辦。
service-region-choose = 選擇地區
service-start = 線上辦理
service-not-online = 這項服務還不能線上辦理，請到窗口或電話諮詢。
    .simple = 這項服務還不能在這裡辦。請到窗口辦，或打電話問。
service-conditions = 辦理條件
    .simple = 誰可以辦
service-days = 承諾辦結時間
    .simple = 要多少個工作日
service-fee = 費用
    .simple = 要多少錢
service-phone = 諮詢電話
service-documents = 需要的材料
    .simple = 要準備什麼
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
life-events-body = 遇到一件大事，要找好幾個部門。這裡按順序排好，一件一件辦。
life-events-none = 還沒有人生大事
life-events-gone = 沒有這件人生大事
life-events-steps = 要辦的事
regions-title = 地區
regions-body = 看看各地自己的服務。搬家了，就開啟新的地方，說您住在那裡。
regions-none = 沒有找到這樣的地區
regions-gone = 沒有這個地區
regions-home = 您住在這裡。這裡的服務排在最前面。
# Variables: $region (text) - its name
regions-live-here = 我住在{ $region }
regions-no-own = 這裡還沒有自己的服務；全國的服務照樣能用。
# Variables: $time (text) - a date and time
service-outage-until = 預計 { $time } 恢復。
service-outage-open = 什麼時候恢復還不知道。
service-days-statutory = 法定時限
service-region = 辦理地區
service-rating = 辦事人評價
# Variables: $score (text) - a number from 1 to 5, $count (number) - how many people
service-rated = { $count ->
   *[other] { $score } 分（滿分 5 分），{ $count } 人評價
}
service-rated-none = 評價的人還太少
service-result = 辦理結果
# Variables: $issuer (text) - who issues the document
service-document-issuer = 由{ $issuer }開立
service-document-fetched = 機關調取，不用交
service-documents-none = 不需要材料
service-document-here = 您已經有了
service-basis = 設定依據
service-events = 屬於這些人生大事
services-by-life-event = 按人生大事
services-by-region = 按地區
# Variables: $region (text) - its name
services-in = { $region }
# Variables: $region (text) - its name
services-elsewhere = 不在您的所在地：{ $region }
services-at-counter = 請臨櫃或電話辦理
services-here = 可在此辦理
services-off-line = 暫停辦理
services-only-here = 只看可在此辦理的
# Variables: $count (number) - how many more
service-documents-more = { $count ->
   *[other] 還有 { $count } 項
}
