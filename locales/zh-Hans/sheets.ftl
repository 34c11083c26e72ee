sheet-sign-in-title = 登录
sheet-sign-in-body = 办理这项服务需要登录。将打开统一身份认证页面，登录后回到这里，填写的内容不会丢失。
    .simple = 先要登录，让我们知道您是谁。会打开一个登录页面，登录好就回到这里。您填的都还在。
sheet-sign-in-begin = 登录
sheet-sign-in-open = 打开登录页面
sheet-sign-in-finding = 正在打开登录页面……
sheet-sign-in-waiting = 等待您在登录页面完成登录……
    .simple = 请在登录页面登录，我们在这里等您。
sheet-sign-in-again = 重新打开登录页面
sheet-sign-in-later = 以后再说
sheet-sign-in-ended = 登录已过期。重新登录后可以从原来的地方继续。
    .simple = 登录的时间到了。重新登录，就能接着办。
sheet-sign-in-done-title = 登录完成
sheet-sign-in-done-body = 可以关闭这个页面，回到指尖。
# Variables: $department (text) - who asks
sheet-consent-title = { $department }想获取您的信息
    .simple = 可以让{ $department }看您的这些信息吗？
sheet-consent-body = 同意后，以下内容会提供给该部门。您可以随时在“我的”里收回。
    .simple = 您同意了，部门才能看到下面这些。以后改了主意，可以在“我的”里收回。
# Variables: $purpose (text) - what it is used for
sheet-consent-purpose = 用途：{ $purpose }
    .simple = 拿来做什么：{ $purpose }
# Variables: $retention (text) - how long it is kept
sheet-consent-retention = 保存时间：{ $retention }
    .simple = 留多久：{ $retention }
sheet-consent-unknown = 没有这项信息
sheet-consent-kept = 同意会被记住，直到您收回。
    .simple = 我们会记住您的同意。您可以收回。
sheet-consent-agree = 同意
sheet-consent-decline = 不同意
sheet-claim-name = 姓名
sheet-claim-id-number = 身份证号码
sheet-claim-birth-date = 出生日期
sheet-claim-phone = 电话
sheet-claim-gender = 性别
sheet-payment-title = 付款
sheet-payment-payee = 收款方
sheet-payment-purpose = 用途
sheet-payment-total = 金额
sheet-payment-body = 演示：不会扣真实的钱。
    .simple = 这只是练习，不会扣钱。
# Variables: $total (text) - the amount with its currency
sheet-payment-pay = 付款 { $total }
sheet-payment-decline = 不付款
sheet-open-title = 前往另一项服务？
# Variables: $app (text) - the mini-app that asks
sheet-open-body = “{ $app }”想带您前往以下服务。这里填写的内容会保存。
    .simple = “{ $app }”想带您去下面的服务。您填的都还在。
sheet-open-service = 服务
sheet-open-department = 部门
sheet-open-web-title = 打开网页？
# Variables: $app (text) - the mini-app that asks
sheet-open-web-body = “{ $app }”想在浏览器中打开本应用以外的网页。
    .simple = “{ $app }”想给您看一个网页。您会离开这个应用。
sheet-open-host = 网站
sheet-open-go = 前往
sheet-open-stay = 留在这里
