# 个人所得税年度汇算：估算，以及完税证明

## 首页

# Variables: $year (text) - 纳税年度
tax-start-title = { $year } 年個人所得稅
tax-start-lead = 幾分鐘就能看出該退稅還是該補稅。可以用稅務部門已有的資料，也可以全部自己填。
    .simple = 看一看：稅多交了能退，還是少交了要補。幾分鐘就好。
tax-start-how-title = 怎麼算的
tax-start-how-text = 全年工資減去 6 萬元基本費用、個人繳納的社保公積金和專項附加扣除，餘下的按 3% 到 45% 的稅率分級計稅，再減去已經預繳的稅款。
    .simple = 先看您全年的工資。減去 6 萬元、您交的社保，還有別的可以減的。剩下的，按 3% 到 45% 交稅。已經交過的，再減掉。
tax-start-data-title = 您的資訊怎麼用
tax-start-data-text = 估算在手機上完成，不會發到任何地方。只有在您申請完稅證明時，才會把這一年的收入和稅額發給稅務部門。
    .simple = 只在這台手機上算，不會傳出去。只有您要完稅證明時，才把數字傳給稅務部門。
tax-start-load = 用稅務部門的資料開始
tax-start-by-hand = 全部自己填
tax-continue = 下一步
tax-finish = 完成
tax-claims-purpose = 用於寫在完稅證明上

## 收入

# Variables: $year (text) - 纳税年度
tax-income-title = { $year } 年的收入
tax-income-from-office = 以下金額來自稅務部門，如有不對可以修改。
tax-income-payers = 發放單位
tax-wages-label = 全年工資收入
tax-wages-hint = 扣稅和扣社保之前的金額，各單位合計
    .simple = 這一年發給您的全部工資，什麼都沒扣之前的
tax-wages-error = 請填寫全年工資收入
tax-social-insurance-label = 社保和公積金
tax-social-insurance-hint = 全年個人繳納的部分，工資條上有
tax-social-insurance-error = 請填寫社保和公積金金額，沒有就填 0
tax-withheld-label = 已預繳稅款
    .simple = 已經替您交的稅
tax-withheld-hint = 單位已經替您繳納的稅款
tax-withheld-error = 請填寫已預繳的稅款，沒有就填 0

## 扣除

# Variables: $year (text) - 纳税年度
tax-deductions-title = { $year } 年可以扣除的項目
tax-children-label = 三歲以上、正在上學的子女
tax-children-hint = 每個子女 24,000 元；父母分攤的，只填在一方
tax-children-unit = 個
tax-children-error = 請填寫 0 到 20 的整數
tax-infants-label = 三歲以下的子女
tax-infants-hint = 每個子女 24,000 元
tax-deductions-label = 還有哪些符合您的情況？
tax-deduction-elderly = 贍養六十歲以上老人，我是獨生子女
tax-deduction-elderly-hint = 36,000 元
tax-deduction-elderly-shared = 和兄弟姐妹一起贍養六十歲以上老人
tax-deduction-elderly-shared-hint = 平均分攤為 18,000 元
tax-deduction-loan = 正在還首套住房貸款利息
tax-deduction-loan-hint = 12,000 元
tax-deduction-learning = 正在讀學歷教育
tax-deduction-learning-hint = 4,800 元
tax-deductions-error-elderly = 獨生子女和分攤贍養只能選一項
tax-rent-label = 在工作的城市租房住嗎？
tax-rent-none = 不租房
tax-rent-large-city = 在大城市租房
tax-rent-large-city-hint = 直轄市、省會、計劃單列市：18,000 元
tax-rent-city = 在其他城市租房
tax-rent-city-hint = 市轄區人口超過一百萬：13,200 元
tax-rent-town = 在較小的城鎮租房
tax-rent-town-hint = 9,600 元
tax-rent-error = 請選擇是否租房
tax-rent-error-loan = 租房和房貸利息不能同時扣除，請選其中一項
    .simple = 租房和房貸，只能選一個。

## 结果

# Variables: $year (text) - 纳税年度
tax-result-title = { $year } 年的結果
# Variables: $amount (money) - 退税金额
tax-result-refund = 您可以退稅 { $amount }。
# Variables: $amount (money) - 补税金额
tax-result-to-pay = 您還要補稅 { $amount }。
tax-result-even = 您繳的稅正好，不退也不補。
# Variables: $amount (money) - 补税金额
tax-result-exempt = 您算下來差 { $amount }，但符合免補條件，不用辦理彙算，也不用補。
    .simple = 您差 { $amount }，但不用補。
tax-result-estimate = 這是估算結果，以稅務部門核定的為準。
    .simple = 這只是大概的數。以稅務部門算的為準。
tax-result-not-asked = 補稅不超過 400 元，或全年綜合所得收入不超過 12 萬元的，2027 年以前免於補稅；前提是發工資的單位已依法預扣稅款。這裡沒有問到：勞務報酬、稿酬、特許權使用費，以及大病醫療、個人養老金和公益捐贈。
    .simple = 這裡只問了工資。有別的收入，結果會不一樣。
tax-sum-basic = 基本費用扣除
    .simple = 人人都不用交稅的部分
tax-sum-deductions = 專項附加扣除
    .simple = 別的可以減的
tax-sum-taxable = 應納稅所得額
tax-sum-tax = 全年應納稅額
tax-sum-refund = 應退稅額
tax-sum-to-pay = 應補稅額
tax-sum-exempt = 差額（免補）
tax-brackets-title = 稅額是怎麼算出來的
tax-brackets-page-title = 您的稅額是怎麼算出來的
tax-brackets-caption = 分級稅額
tax-brackets-column-range = 收入段
tax-brackets-column-income = 段內金額
tax-brackets-column-rate = 稅率
tax-brackets-column-tax = 稅額
# Variables: $amount (money) - 这一段的起点
tax-brackets-above = 超過 { $amount } 的部分
tax-brackets-none = 扣除之後沒有需要繳稅的收入。
tax-brackets-show = 看看稅額怎麼算出來的
tax-brackets-leave = 返回結果
tax-chart-title = 工資的去向
tax-chart-series = 工資
tax-chart-rest = 到手收入
tax-chart-unit = 元

## 完税证明

tax-certificate-title = 完稅證明
tax-certificate-lead = 完稅證明寫明您一年的收入和繳納的稅款，貸款、簽證、租房時可以使用。
    .simple = 一張證明，寫著您賺了多少、交了多少稅。銀行、房東可能會要。
tax-certificate-load = 查看稅務部門的資料
tax-certificate-year = 年度
tax-certificate-income = 收入
tax-certificate-tax = 稅款
tax-certificate-request = 申請完稅證明
tax-certificate-sending = 正在提交您的申請。
tax-sent-title = 已申請完稅證明
tax-sent-confirmation = 稅務部門收到了您的申請
# Variables: $days (number) - 开具所需的工作日
tax-sent-next-days = 完稅證明會在 { $days } 個工作日內開好。
tax-sent-next-records = 開好後會放進您的檔案，沒有網路也能查看。
tax-kept-title = 申請已儲存
tax-kept-text = 現在沒有網路。申請已儲存在手機裡，一有網路就會自動提交，您不用再做什麼。
    .simple = 現在沒有網路。申請已經存好，有網路就自動提交。您什麼都不用做。

## 遇到问题时

tax-trouble-sign-in = 請先登入，已填寫的內容不會遺失。
tax-trouble-declined = 完稅證明上要寫姓名和身份證號，所以需要您同意。您隨時可以重新申請。
    .simple = 證明上要寫您的名字，所以要您先同意。您可以再來申請。
tax-trouble-forbidden = 這裡不能讀取資料，請自己填寫金額。
tax-trouble-too-often = 操作太頻繁了，請過一分鐘再試。
    .simple = 請等一分鐘再試。
tax-trouble-offline = 現在沒有網路。您可以自己填寫金額繼續估算，申請證明需要連上網路。
tax-trouble-unavailable = 稅務系統暫時沒有回應。請自己填寫金額，或過幾分鐘再試。
    .simple = 稅務部門現在沒有回應。請自己填數字，或過一會兒再試。
# Variables: $words (text) - 税务部门的答复
tax-trouble-objection = 稅務部門答覆：{ $words }
tax-trouble-objection-unsaid = 稅務部門無法辦理，也沒有說明原因。如果再次出現，請撥打 12366。
