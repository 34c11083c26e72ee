sheet-sign-in-title = 登入
sheet-sign-in-body = 辦理這項服務需要登入。將開啟統一身份認證頁面，登入後回到這裡，填寫的內容不會丟失。
    .simple = 先要登入，讓我們知道您是誰。會開啟一個登入頁面，登入好就回到這裡。您填的都還在。
sheet-sign-in-begin = 登入
sheet-sign-in-open = 開啟登入頁面
sheet-sign-in-finding = 正在開啟登入頁面……
sheet-sign-in-waiting = 等待您在登入頁面完成登入……
    .simple = 請在登入頁面登入，我們在這裡等您。
sheet-sign-in-again = 重新開啟登入頁面
sheet-sign-in-later = 以後再說
sheet-sign-in-ended = 登入已過期。重新登入後可以從原來的地方繼續。
    .simple = 登入的時間到了。重新登入，就能接著辦。
sheet-sign-in-done-title = 登入完成
sheet-sign-in-done-body = 可以關閉這個頁面，回到指尖。
# Variables: $department (text) - who asks
sheet-consent-title = { $department }想取得您的資訊
    .simple = 可以讓{ $department }看您的這些資訊嗎？
sheet-consent-body = 同意後，以下內容會提供給該部門。您可以隨時在「我的」裡收回。
    .simple = 您同意了，部門才能看到下面這些。以後改了主意，可以在「我的」裡收回。
# Variables: $purpose (text) - what it is used for
sheet-consent-purpose = 用途：{ $purpose }
    .simple = 拿來做什麼：{ $purpose }
# Variables: $retention (text) - how long it is kept
sheet-consent-retention = 保存時間：{ $retention }
    .simple = 留多久：{ $retention }
sheet-consent-unknown = 沒有這項資訊
sheet-consent-kept = 同意會被記住，直到您收回。
    .simple = 我們會記住您的同意。您可以收回。
sheet-consent-agree = 同意
sheet-consent-decline = 不同意
sheet-claim-name = 姓名
sheet-claim-id-number = 身份證號碼
sheet-claim-birth-date = 出生日期
sheet-claim-phone = 電話
sheet-claim-gender = 性別
sheet-payment-title = 付款
sheet-payment-payee = 收款方
sheet-payment-purpose = 用途
sheet-payment-total = 金額
sheet-payment-body = 演示：不會扣真實的錢。
    .simple = 這只是練習，不會扣錢。
# Variables: $total (text) - the amount with its currency
sheet-payment-pay = 付款 { $total }
sheet-payment-decline = 不付款
sheet-open-title = 前往另一項服務？
# Variables: $app (text) - the mini-app that asks
sheet-open-body = 「{ $app }」想帶您前往以下服務。這裡填寫的內容會儲存。
    .simple = 「{ $app }」想帶您去下面的服務。您填的都還在。
sheet-open-service = 服務
sheet-open-department = 部門
sheet-open-web-title = 開啟網頁？
# Variables: $app (text) - the mini-app that asks
sheet-open-web-body = 「{ $app }」想在瀏覽器中開啟本應用以外的網頁。
    .simple = 「{ $app }」想給您看一個網頁。您會離開這個應用。
sheet-open-host = 網站
sheet-open-go = 前往
sheet-open-stay = 留在這裡
