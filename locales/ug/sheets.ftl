sheet-sign-in-title = كىرىش
sheet-sign-in-body = بۇ ئىش ئۈچۈن كىرىشىڭىز كېرەك. دۆلەتلىك كىرىش بېتى ئېچىلىدۇ؛ ئاندىن بۇ يەرگە قايتىسىز، ھېچنېمە يوقالمايدۇ.
    .simple = ئاۋۋال كىملىكىڭىزنى بىلدۈرۈڭ. كىرىش بېتى ئېچىلىدۇ، ئاندىن بۇ يەرگە قايتىسىز. يازغانلىرىڭىز تۇرىدۇ.
sheet-sign-in-begin = كىرىش
sheet-sign-in-open = كىرىش بېتىنى ئېچىش
sheet-sign-in-finding = كىرىش بېتى ئىزدىلىۋاتىدۇ …
sheet-sign-in-waiting = كىرىش بېتىدە سىزنى ساقلاۋاتىدۇ …
    .simple = كىرىش بېتىدە داۋاملاشتۇرۇڭ. بىز بۇ يەردە ساقلايمىز.
sheet-sign-in-again = كىرىش بېتىنى قايتا ئېچىش
sheet-sign-in-later = ھازىر ئەمەس
sheet-sign-in-ended = كىرىش ۋاقتىڭىز توشتى. ئەسلىدىكى يەردىن داۋاملاشتۇرۇش ئۈچۈن قايتا كىرىڭ.
    .simple = ئۇزۇن ۋاقىت بولدى. قايتا كىرىپ داۋاملاشتۇرۇڭ.
sheet-sign-in-done-title = كىردىڭىز
sheet-sign-in-done-body = بۇ بەتنى تاقاپ، «بارماق ئۇچى» غا قايتسىڭىز بولىدۇ.
# Variables: $department (text) - who asks
sheet-consent-title = { $department } ئۇچۇرىڭىزنى سورايدۇ
    .simple = { $department } بۇ ئۇچۇرلىرىڭىزنى كۆرسە بولامدۇ؟
sheet-consent-body = قوشۇلسىڭىز، تۆۋەندىكىلەر تارماققا بېرىلىدۇ. ئۇنى «مەن» دە خالىغان ۋاقىتتا قايتۇرۇۋالالايسىز.
    .simple = قوشۇلسىڭىزلا، تارماق تۆۋەندىكىلەرنى كۆرەلەيدۇ. كېيىن پىكرىڭىز ئۆزگەرسە، «مەن» دە قايتۇرۇۋالسىڭىز بولىدۇ.
# Variables: $purpose (text) - what it is used for
sheet-consent-purpose = ئىشلىتىلىشى: { $purpose }
    .simple = نېمىگە ئىشلىتىدۇ: { $purpose }
# Variables: $retention (text) - how long it is kept
sheet-consent-retention = ساقلىنىشى: { $retention }
    .simple = قانچىلىك ۋاقىت ساقلايدۇ: { $retention }
sheet-consent-unknown = نامەلۇم
sheet-consent-kept = قايتۇرۇۋالغىچە جاۋابىڭىز ئەستە ساقلىنىدۇ.
    .simple = جاۋابىڭىزنى ئەستە ساقلايمىز. قايتۇرۇۋالسىڭىز بولىدۇ.
sheet-consent-agree = قوشۇلىمەن
sheet-consent-decline = قوشۇلمايمەن
sheet-claim-name = ئىسىم-فامىلە
sheet-claim-id-number = كىملىك نومۇرى
sheet-claim-birth-date = تۇغۇلغان چېسلا
sheet-claim-phone = تېلېفون
sheet-claim-gender = جىنسى
sheet-payment-title = پۇل تۆلەش
sheet-payment-payee = كىمگە
sheet-payment-purpose = نېمە ئۈچۈن
sheet-payment-total = جەمئىي
sheet-payment-body = سىناق: ھەقىقىي پۇل تۇتۇلمايدۇ.
    .simple = بۇ پەقەت مەشىق. پۇل تۇتۇلمايدۇ.
# Variables: $total (text) - the amount with its currency
sheet-payment-pay = { $total } تۆلەش
sheet-payment-decline = تۆلىمەيمەن
sheet-open-title = باشقا مۇلازىمەتكە بارامسىز؟
# Variables: $app (text) - the mini-app that asks
sheet-open-body = «{ $app }» سىزنى ئۇ يەرگە ئاپارماقچى. بۇ يەردە يازغانلىرىڭىز ساقلىنىدۇ.
    .simple = «{ $app }» سىزنى تۆۋەندىكى مۇلازىمەتكە ئاپارماقچى. يازغانلىرىڭىز تۇرىدۇ.
sheet-open-service = مۇلازىمەت
sheet-open-department = تارماق
sheet-open-web-title = تور بەتنى ئاچامسىز؟
# Variables: $app (text) - the mini-app that asks
sheet-open-web-body = «{ $app }» بۇ ئەپنىڭ سىرتىدا، توركۆرگۈڭىزدە بىر بەت ئاچماقچى.
    .simple = «{ $app }» سىزگە بىر تور بەت كۆرسەتمەكچى. بۇ ئەپتىن چىقىپ كېتىسىز.
sheet-open-host = تور بېكەت
sheet-open-go = بارىمەن
sheet-open-stay = بۇ يەردە قالىمەن
