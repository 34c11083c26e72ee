sheet-sign-in-title = Sign in
sheet-sign-in-body = You need to sign in for this. The national sign-in page opens; afterwards you are back here, and nothing is lost.
    .simple = First tell us who you are. A new page opens. Then you come back here. What you typed stays.
sheet-sign-in-begin = Sign in
sheet-sign-in-open = Open the sign-in page
sheet-sign-in-finding = Finding the sign-in page …
sheet-sign-in-waiting = Waiting for you at the sign-in page …
    .simple = Please go on at the sign-in page. We wait here.
sheet-sign-in-again = Open the sign-in page again
sheet-sign-in-later = Not now
sheet-sign-in-ended = Your session has ended. Sign in again to go on where you were.
    .simple = Too much time has passed. Sign in again, then go on.
sheet-sign-in-done-title = You are signed in
sheet-sign-in-done-body = You can close this page and go back to Fingertip.
# Variables: $department (text) - who asks
sheet-consent-title = { $department } asks for your data
    .simple = May { $department } see this about you?
sheet-consent-body = If you agree, this is shared with the department. You can withdraw your consent at any time under “Me”.
    .simple = The department gets this only if you agree. You can change your mind later under “Me”.
# Variables: $purpose (text) - what it is used for
sheet-consent-purpose = Used for: { $purpose }
    .simple = What for: { $purpose }
# Variables: $retention (text) - how long it is kept
sheet-consent-retention = Kept: { $retention }
    .simple = How long they keep it: { $retention }
sheet-consent-unknown = Not known
sheet-consent-kept = Your answer is remembered until you withdraw it.
    .simple = We remember your answer. You can withdraw it.
sheet-consent-agree = Agree
sheet-consent-decline = Do not agree
sheet-claim-name = Name
sheet-claim-id-number = Id number
sheet-claim-birth-date = Date of birth
sheet-claim-phone = Telephone
sheet-claim-gender = Gender
sheet-payment-title = Pay
sheet-payment-payee = Paid to
sheet-payment-purpose = For
sheet-payment-total = Total
sheet-payment-body = Demonstration: no real money is taken.
    .simple = This is only practice. No money is taken.
# Variables: $total (text) - the amount with its currency
sheet-payment-pay = Pay { $total }
sheet-payment-decline = Do not pay
sheet-open-title = Go to another service?
# Variables: $app (text) - the mini-app that asks
sheet-open-body = “{ $app }” wants to take you there. What you typed here is kept.
    .simple = “{ $app }” wants to take you to the service below. What you typed stays.
sheet-open-service = Service
sheet-open-department = Department
sheet-open-web-title = Open a web page?
# Variables: $app (text) - the mini-app that asks
sheet-open-web-body = “{ $app }” wants to open a page in your browser, outside this app.
    .simple = “{ $app }” wants to show you a page on the internet. You then leave this app.
sheet-open-host = Website
sheet-open-go = Go there
sheet-open-stay = Stay here
