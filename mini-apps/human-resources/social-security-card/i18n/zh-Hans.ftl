# 社会保障卡：申领

## 首页

card-intro-title = 申领社会保障卡
card-intro-lead = 一张卡，看病报销、领养老金、发补贴、存取款都能用。在这里申领大约需要十分钟。
    .simple = 一张卡，看病、领养老金都能用。在这里办，大约十分钟。
card-intro-fee = 费用
card-intro-fee-free = 免费
card-intro-time = 办好时间（工作日）
card-intro-who = 谁可以办
card-intro-who-value = 在本地参保的所有人
card-intro-need-title = 需要准备
card-intro-need-phone = 能联系到您的电话号码
card-intro-need-bank = 想绑定在卡上的银行
card-intro-need-photo = 如果不用身份证照片，请准备一张照片
card-intro-data-title = 您的信息怎么用
card-intro-data-text = 经您同意，我们会从您的档案中读取姓名和身份证号，印在卡面上。申请材料在发卡后保存两年。
    .simple = 您同意了，我们才取您的姓名和身份证号，印在卡上。您填的材料，发卡后留两年。
card-start = 开始办理
card-continue = 下一步
card-finish = 完成
card-claims-purpose = 用于印制您的社会保障卡

## 常见问题

card-help-link = 常见问题
card-help-title = 常见问题
card-help-lost = 卡丢了怎么办？
card-help-lost-text = 请先打电话挂失，以免被别人使用，然后在这里申领新卡。
    .simple = 先打电话挂失，别人就不能用了。再在这里办新卡。
card-help-child = 怎么给孩子办？
card-help-child-text = 请切换到孩子的账户登录，电话号码填家长的，方便我们联系。
card-help-bank = 以后还能换银行吗？
card-help-bank-text = 可以。换银行会发一张新卡，拿到新卡之前旧卡照常使用。
    .simple = 可以。会给您一张新卡。拿到之前，旧卡照样用。
# Variables: $phone (text) - 服务热线
card-help-call = 还有疑问？请拨打 { $phone }，每天都有人接听，可用中文和英文。
card-help-leave = 返回申领

## 您的信息

card-you-title = 您的信息
card-facts-title = 来自您的档案
card-facts-lead = 以下内容会印在卡面上。如有错误，请先到户籍部门更正。
    .simple = 下面这些会印在卡上。有错的话，请先到户籍部门改。
card-name-label = 姓名
card-name-hint = 与身份证上的一致
card-name-error = 请填写姓名，与身份证上的一致
card-id-number-label = 身份证号
card-id-number-hint = 共 18 位，最后一位可能是 X
card-id-number-error = 身份证号不对，请核对这 18 位号码
card-phone-label = 联系电话
card-phone-hint = 只在办卡时联系您
card-phone-error = 请填写电话号码，例如 138 0013 8000

## 照片

card-photo-title = 卡面照片
card-photo-label = 卡面用哪张照片？
card-photo-identity-card = 用身份证照片
card-photo-identity-card-hint = 不需要再提供照片
card-photo-upload = 上传新照片
card-photo-upload-hint = 从手机里选，或现在拍一张
card-photo-error = 请选择卡面用哪张照片
card-photo-file-label = 您的照片
card-photo-file-hint = 正面免冠，浅色背景，JPEG 或 PNG 格式，不超过 2 MB
    .simple = 只拍正脸，不戴帽子，背后颜色浅。不超过 2 MB。
card-photo-file-error = 请添加照片，或改用身份证照片
# Variables: $name (text) - 文件名
card-photo-file-chosen = 已添加的照片：{ $name }

## 银行与领取

card-delivery-title = 银行与领取方式
card-bank-label = 卡上绑定的银行
card-bank-hint = 各项补贴会发到这家银行的账户。可输入文字查找。
card-bank-hint-written = 请填写银行名称，各项补贴会发到这家银行的账户。
card-bank-error = 请选择要绑定的银行
card-options-loading = 银行和网点名单正在加载，您也可以直接填写银行名称。
card-options-missing = 银行和网点名单没有加载出来。请填写银行名称，或重新加载。
    .simple = 没有取到银行名单。请自己写银行的名字，或再试一次。
card-options-load = 重新加载名单
card-delivery-label = 卡怎么领？
card-delivery-post = 寄给我
card-delivery-post-hint = 挂号快递，免费
card-delivery-pick-up = 自己去取
card-delivery-pick-up-hint = 带身份证到网点领取
card-delivery-error = 请选择领卡方式
card-office-label = 领卡网点
card-office-error = 请选择去哪个网点领卡
card-office-none = 暂时没有网点名单。请重新加载，或选择邮寄。
card-office-address = 网点地址
card-pick-up-label = 希望哪天去取
card-pick-up-hint = 如果到时还没办好，我们会发短信告诉您
card-pick-up-error = 请选择今天或以后的日期
card-address-label = 收件地址
card-address-hint = 写清市、区、街道、楼栋和门牌号
card-address-error = 请填写完整地址，方便快递员找到您
card-courier-label = 快递员什么时间打电话方便
card-courier-hint = 都可以的话不用填
card-news-label = 办卡进度通知
card-news-sms = 短信通知
card-news-email = 邮件通知
card-news-both = 短信和邮件通知
card-news-none = 不需要通知
card-truth-label = 声明
card-truth-statement = 我填写的内容全部真实。我知道如有虚假，可能会被取消申领资格。
card-truth-error = 同意声明后才能继续

## 核对与提交

card-check-title = 核对您的信息
card-check-lead = 请看看有没有填错。提交之前，每一项都可以修改。
card-check-claims = 提交后，部门会收到以上内容，以及您同意提供的信息。
    .simple = 您提交以后，部门会看到这些，还有您同意给的信息。
card-check-sending = 正在提交您的申请。
card-send = 提交申请

## 提交之后

card-sent-title = 申请已提交
card-sent-confirmation = 我们收到了您的申请
# Variables: $days (days) - 承诺办理时间
card-sent-next-check = 我们会在 { $days }（工作日）内审核并制卡。
card-sent-next-post = 快递员上门前会先给您打电话。
card-sent-next-pick-up = 卡到网点后会发短信通知您，请带上身份证去取。
card-progress-title = 办理进度
card-kept-title = 申请已保存
card-kept-text = 现在没有网络。申请已经安全保存在手机里，一有网络就会自动提交，您不用再做什么。
    .simple = 现在没有网。您填的已经存好，有网就自动提交。您什么都不用做。
card-state-received = 已收到
card-state-accepted = 已受理
card-state-review = 审核中
card-state-correction-asked = 需要补充材料，请查看消息
    .simple = 还缺东西，请看消息
card-state-approved = 审核通过，正在制卡
card-state-delivered = 卡已送达
card-state-closed = 已办结
card-state-refused = 不予受理
card-state-rejected = 审核未通过
    .simple = 没有同意
card-state-withdrawn = 您已撤回

## 遇到问题时

card-trouble-sign-in = 请先登录，已填写的内容不会丢失。
card-trouble-declined = 您没有提供姓名和身份证号，没关系，自己填写就行。
card-trouble-forbidden = 这里读不到您的档案，请自己填写姓名和身份证号。
card-trouble-too-often = 操作太频繁了，请过一分钟再试。
    .simple = 请等一分钟再试。
card-trouble-offline = 现在没有网络。填写的内容已保存，联网后再试。
    .simple = 现在没有网。您填的都还在。请过一会儿再试。
card-trouble-unavailable = 部门系统暂时没有响应。填写的内容已保存，请过几分钟再试，或拨打 12333。
    .simple = 部门现在没有回应。您填的都还在。请过一会儿再试，或打 12333。
# Variables: $words (text) - 部门的答复
card-trouble-objection = 部门无法受理这份申请：{ $words }
    .simple = 部门不能收。部门说：{ $words }
card-trouble-objection-unsaid = 部门无法受理这份申请，也没有说明原因。请核对填写的内容，或拨打 12333。
