# 个人所得税年度汇算：估算，以及完税证明

## 首页

# Variables: $year (text) - 纳税年度
tax-start-title = { $year } 年个人所得税
tax-start-lead = 几分钟就能看出该退税还是该补税。可以用税务部门已有的数据，也可以全部自己填。
    .simple = 看一看：税多交了能退，还是少交了要补。几分钟就好。
tax-start-how-title = 怎么算的
tax-start-how-text = 全年工资减去 6 万元基本费用、个人缴纳的社保公积金和专项附加扣除，余下的按 3% 到 45% 的税率分级计税，再减去已经预缴的税款。
    .simple = 先看您全年的工资。减去 6 万元、您交的社保，还有别的可以减的。剩下的，按 3% 到 45% 交税。已经交过的，再减掉。
tax-start-data-title = 您的信息怎么用
tax-start-data-text = 估算在手机上完成，不会发到任何地方。只有在您申请完税证明时，才会把这一年的收入和税额发给税务部门。
    .simple = 只在这台手机上算，不会发出去。只有您要完税证明时，才把数字发给税务部门。
tax-start-load = 用税务部门的数据开始
tax-start-by-hand = 全部自己填
tax-continue = 下一步
tax-finish = 完成
tax-claims-purpose = 用于写在完税证明上

## 收入

# Variables: $year (text) - 纳税年度
tax-income-title = { $year } 年的收入
tax-income-from-office = 以下金额来自税务部门，如有不对可以修改。
tax-income-payers = 发放单位
tax-wages-label = 全年工资收入
tax-wages-hint = 扣税和扣社保之前的金额，各单位合计
    .simple = 这一年发给您的全部工资，什么都没扣之前的
tax-wages-error = 请填写全年工资收入
tax-social-insurance-label = 社保和公积金
tax-social-insurance-hint = 全年个人缴纳的部分，工资条上有
tax-social-insurance-error = 请填写社保和公积金金额，没有就填 0
tax-withheld-label = 已预缴税款
    .simple = 已经替您交的税
tax-withheld-hint = 单位已经替您缴纳的税款
tax-withheld-error = 请填写已预缴的税款，没有就填 0

## 扣除

# Variables: $year (text) - 纳税年度
tax-deductions-title = { $year } 年可以扣除的项目
tax-children-label = 三岁以上、正在上学的子女
tax-children-hint = 每个子女 24,000 元；父母分摊的，只填在一方
tax-children-unit = 个
tax-children-error = 请填写 0 到 20 的整数
tax-infants-label = 三岁以下的子女
tax-infants-hint = 每个子女 24,000 元
tax-deductions-label = 还有哪些符合您的情况？
tax-deduction-elderly = 赡养六十岁以上老人，我是独生子女
tax-deduction-elderly-hint = 36,000 元
tax-deduction-elderly-shared = 和兄弟姐妹一起赡养六十岁以上老人
tax-deduction-elderly-shared-hint = 平均分摊为 18,000 元
tax-deduction-loan = 正在还首套住房贷款利息
tax-deduction-loan-hint = 12,000 元
tax-deduction-learning = 正在读学历教育
tax-deduction-learning-hint = 4,800 元
tax-deductions-error-elderly = 独生子女和分摊赡养只能选一项
tax-rent-label = 在工作的城市租房住吗？
tax-rent-none = 不租房
tax-rent-large-city = 在大城市租房
tax-rent-large-city-hint = 直辖市、省会、计划单列市：18,000 元
tax-rent-city = 在其他城市租房
tax-rent-city-hint = 市辖区人口超过一百万：13,200 元
tax-rent-town = 在较小的城镇租房
tax-rent-town-hint = 9,600 元
tax-rent-error = 请选择是否租房
tax-rent-error-loan = 租房和房贷利息不能同时扣除，请选其中一项
    .simple = 租房和房贷，只能选一个。

## 结果

# Variables: $year (text) - 纳税年度
tax-result-title = { $year } 年的结果
# Variables: $amount (money) - 退税金额
tax-result-refund = 您可以退税 { $amount }。
# Variables: $amount (money) - 补税金额
tax-result-to-pay = 您还要补税 { $amount }。
tax-result-even = 您缴的税正好，不退也不补。
# Variables: $amount (money) - 补税金额
tax-result-exempt = 您算下来差 { $amount }，但符合免补条件，不用办理汇算，也不用补。
    .simple = 您差 { $amount }，但不用补。
tax-result-estimate = 这是估算结果，以税务部门核定的为准。
    .simple = 这只是大概的数。以税务部门算的为准。
tax-result-not-asked = 补税不超过 400 元，或全年综合所得收入不超过 12 万元的，2027 年以前免于补税；前提是发工资的单位已依法预扣税款。这里没有问到：劳务报酬、稿酬、特许权使用费，以及大病医疗、个人养老金和公益捐赠。
    .simple = 这里只问了工资。有别的收入，结果会不一样。
tax-sum-basic = 基本费用扣除
    .simple = 人人都不用交税的部分
tax-sum-deductions = 专项附加扣除
    .simple = 别的可以减的
tax-sum-taxable = 应纳税所得额
tax-sum-tax = 全年应纳税额
tax-sum-refund = 应退税额
tax-sum-to-pay = 应补税额
tax-sum-exempt = 差额（免补）
tax-brackets-title = 税额是怎么算出来的
tax-brackets-page-title = 您的税额是怎么算出来的
tax-brackets-caption = 分级税额
tax-brackets-column-range = 收入段
tax-brackets-column-income = 段内金额
tax-brackets-column-rate = 税率
tax-brackets-column-tax = 税额
# Variables: $amount (money) - 这一段的起点
tax-brackets-above = 超过 { $amount } 的部分
tax-brackets-none = 扣除之后没有需要缴税的收入。
tax-brackets-show = 看看税额怎么算出来的
tax-brackets-leave = 返回结果
tax-chart-title = 工资的去向
tax-chart-series = 工资
tax-chart-rest = 到手收入
tax-chart-unit = 元

## 完税证明

tax-certificate-title = 完税证明
tax-certificate-lead = 完税证明写明您一年的收入和缴纳的税款，贷款、签证、租房时可以使用。
    .simple = 一张证明，写着您挣了多少、交了多少税。银行、房东可能会要。
tax-certificate-load = 查看税务部门的数据
tax-certificate-year = 年度
tax-certificate-income = 收入
tax-certificate-tax = 税款
tax-certificate-request = 申请完税证明
tax-certificate-sending = 正在提交您的申请。
tax-sent-title = 已申请完税证明
tax-sent-confirmation = 税务部门收到了您的申请
# Variables: $days (number) - 开具所需的工作日
tax-sent-next-days = 完税证明会在 { $days } 个工作日内开好。
tax-sent-next-records = 开好后会放进您的档案，没有网络也能查看。
tax-kept-title = 申请已保存
tax-kept-text = 现在没有网络。申请已保存在手机里，一有网络就会自动提交，您不用再做什么。
    .simple = 现在没有网。申请已经存好，有网就自动提交。您什么都不用做。

## 遇到问题时

tax-trouble-sign-in = 请先登录，已填写的内容不会丢失。
tax-trouble-declined = 完税证明上要写姓名和身份证号，所以需要您同意。您随时可以重新申请。
    .simple = 证明上要写您的名字，所以要您先同意。您可以再来申请。
tax-trouble-forbidden = 这里不能读取数据，请自己填写金额。
tax-trouble-too-often = 操作太频繁了，请过一分钟再试。
    .simple = 请等一分钟再试。
tax-trouble-offline = 现在没有网络。您可以自己填写金额继续估算，申请证明需要联网。
tax-trouble-unavailable = 税务系统暂时没有响应。请自己填写金额，或过几分钟再试。
    .simple = 税务部门现在没有回应。请自己填数字，或过一会儿再试。
# Variables: $words (text) - 税务部门的答复
tax-trouble-objection = 税务部门答复：{ $words }
tax-trouble-objection-unsaid = 税务部门无法办理，也没有说明原因。如果再次出现，请拨打 12366。
