# Social security card: applying for one.

## First page

card-intro-title = ئىجتىمائىي كاپالەت كارتىسى ئېلىش
card-intro-lead = بىر كارتا بىلەن پېنسىيە، داۋالىنىش سۇغۇرتىسى، ياردەم پۇلى ۋە بانكا ئىشلىرى پۈتىدۇ. بۇ يەردە ئىلتىماس قىلىشقا ئون مىنۇتچە كېتىدۇ.
card-intro-fee = ھەق
card-intro-fee-free = ھەقسىز
card-intro-time = پۈتىدىغان ۋاقىت (خىزمەت كۈنى)
card-intro-who = كىم ئىلتىماس قىلالايدۇ
card-intro-who-value = بۇ رايوندا سۇغۇرتىغا قاتناشقان ھەممە كىشى
card-intro-need-title = كېرەكلىك نەرسىلەر
card-intro-need-phone = سىز بىلەن ئالاقىلاشقىلى بولىدىغان تېلېفون نومۇرى
card-intro-need-bank = كارتىغا باغلايدىغان بانكا
card-intro-need-photo = كىملىكتىكى سۈرەتنى ئىشلەتمىسىڭىز، بىر پارچە سۈرەت
card-intro-data-title = ئۇچۇرىڭىز قانداق ئىشلىتىلىدۇ
card-intro-data-text = قوشۇلسىڭىز، ئىسمىڭىز ۋە كىملىك نومۇرىڭىزنى خاتىرىلىرىڭىزدىن ئوقۇپ كارتىغا باسىمىز. ئىلتىماس كارتا تارقىتىلغاندىن كېيىن ئىككى يىل ساقلىنىدۇ.
card-start = باشلاش
card-continue = داۋاملاشتۇرۇش
card-finish = تاماملاش
card-claims-purpose = ئىجتىمائىي كاپالەت كارتىڭىزغا بېسىش ئۈچۈن

## Help

card-help-link = سوئال ۋە جاۋاب
card-help-title = سوئال ۋە جاۋاب
card-help-lost = كارتام يوقاپ كەتتى
card-help-lost-text = باشقىلار ئىشلىتىپ قويمىسۇن ئۈچۈن، ئالدى بىلەن تېلېفون قىلىپ يوقالغانلىقىنى مەلۇم قىلىڭ. ئاندىن بۇ يەردە يېڭى كارتا ئېلىڭ.
card-help-child = بالام ئۈچۈن ئىلتىماس قىلىمەن
card-help-child-text = بالىڭىزنىڭ ھېساباتى بىلەن كىرىڭ. سىز بىلەن ئالاقىلىشىش ئۈچۈن، ئۆزىڭىزنىڭ تېلېفون نومۇرىنى يېزىڭ.
card-help-bank = كېيىن بانكىنى ئالماشتۇرسام بولامدۇ؟
card-help-bank-text = بولىدۇ. باشقا بانكىنىڭ يېڭى كارتىسى بېرىلىدۇ؛ ئۇنى ئالغىچە كونا كارتا كۈچكە ئىگە.
# Variables: $phone (text) - the service line
card-help-call = يەنە سوئالىڭىز بارمۇ؟ { $phone } غا تېلېفون قىلىڭ، ھەر كۈنى خەنزۇچە ۋە ئىنگلىزچە جاۋاب بېرىلىدۇ.
card-help-leave = ئىلتىماسقا قايتىش

## About you

card-you-title = سىزنىڭ ئۇچۇرىڭىز
card-facts-title = خاتىرىلىرىڭىزدىن
card-facts-lead = بۇ مەزمۇنلار كارتىغا بېسىلىدۇ. خاتا بولسا، ئالدى بىلەن نوپۇس تارمىقىدا تۈزىتىڭ.
card-name-label = ئىسىم-فامىلە
card-name-hint = كىملىكتىكىگە ئوخشاش
card-name-error = ئىسمىڭىزنى كىملىكتىكىدەك يېزىڭ
card-id-number-label = كىملىك نومۇرى
card-id-number-hint = 18 خانىلىق؛ ئاخىرقىسى X بولۇشى مۇمكىن
card-id-number-error = كىملىك نومۇرىنى تەكشۈرۈڭ: 18 خانىلىق، ئىچىدە خاتاسى بار
card-phone-label = تېلېفون نومۇرى
card-phone-hint = پەقەت مۇشۇ كارتا ئۈچۈن ئالاقىلىشىمىز
card-phone-error = تېلېفون نومۇرى يېزىڭ، مەسىلەن 138 0013 8000

## Photo

card-photo-title = كارتىدىكى سۈرەت
card-photo-label = كارتىغا قايسى سۈرەت چۈشسۇن؟
card-photo-identity-card = كىملىكىمدىكى سۈرەت
card-photo-identity-card-hint = ھېچنېمە قىلىشىڭىز كېرەك ئەمەس
card-photo-upload = يېڭى سۈرەت
card-photo-upload-hint = تېلېفوندىن تاللاڭ ياكى ھازىر تارتىڭ
card-photo-error = كارتىغا قايسى سۈرەت چۈشىدىغانلىقىنى تاللاڭ
card-photo-file-label = سۈرىتىڭىز
card-photo-file-hint = يۈز ئالدىدىن، ئاچ رەڭلىك تەگلىك، JPEG ياكى PNG، ئەڭ چوڭ 2 MB
card-photo-file-error = سۈرىتىڭىزنى قوشۇڭ ياكى كىملىكتىكى سۈرەتنى تاللاڭ
# Variables: $name (text) - the file's name
card-photo-file-chosen = قوشۇلغان سۈرەت: { $name }

## Bank and delivery

card-delivery-title = بانكا ۋە كارتىنى ئېلىش
card-bank-label = كارتىدىكى بانكا
card-bank-hint = ياردەم پۇللىرى مۇشۇ بانكىدىكى ھېساباتقا چۈشىدۇ. ئىزدەش ئۈچۈن يېزىڭ.
card-bank-hint-written = بانكىنىڭ نامىنى يېزىڭ. ياردەم پۇللىرى شۇ بانكىدىكى ھېساباتقا چۈشىدۇ.
card-bank-error = كارتىغا باغلايدىغان بانكىنى تاللاڭ
card-options-loading = بانكا ۋە نۇقتا تىزىملىكى يۈكلىنىۋاتىدۇ. بانكىنىڭ نامىنى ئۆزىڭىزمۇ يازالايسىز.
card-options-missing = بانكا ۋە نۇقتا تىزىملىكى يۈكلەنمىدى. بانكىنىڭ نامىنى يېزىڭ ياكى تىزىملىكنى قايتا يۈكلەڭ.
card-options-load = تىزىملىكنى قايتا يۈكلەش
card-delivery-label = كارتىنى قانداق ئالىسىز؟
card-delivery-post = ماڭا ئەۋەتىلسۇن
card-delivery-post-hint = تېز يوللانما بىلەن، ھەقسىز
card-delivery-pick-up = ئۆزۈم ئالىمەن
card-delivery-pick-up-hint = نۇقتىدىن، كىملىك بىلەن
card-delivery-error = كارتىنى قانداق ئالىدىغانلىقىڭىزنى تاللاڭ
card-office-label = كارتا ئالىدىغان نۇقتا
card-office-error = كارتىنى قايسى نۇقتىدىن ئالىدىغانلىقىڭىزنى تاللاڭ
card-office-none = ھازىر نۇقتا تىزىملىكى يوق. تىزىملىكنى قايتا يۈكلەڭ ياكى كارتىنى ئەۋەتكۈزۈڭ.
card-pick-up-label = قايسى كۈنى كەلمەكچى؟
card-pick-up-hint = شۇ كۈنگىچە پۈتمىسە، قىسقا ئۇچۇر ئەۋەتىمىز
card-pick-up-error = بۈگۈننى ياكى كېيىنكى كۈننى تاللاڭ
card-address-label = تاپشۇرۇۋېلىش ئادرېسى
card-address-hint = شەھەر، رايون، كوچا، بىنا ۋە ئىشىك نومۇرى
card-address-error = يوللانما يېتىپ بېرىشى ئۈچۈن، تولۇق ئادرېسنى يېزىڭ
card-courier-label = يوللانمىچى قاچان تېلېفون قىلسا قولايلىق؟
card-courier-hint = قايسى ۋاقىت بولسا بولۇۋەرسە، بوش قويۇڭ
card-news-label = كارتىڭىزنىڭ خەۋىرى
card-news-sms = قىسقا ئۇچۇر بىلەن
card-news-email = ئېلخەت بىلەن
card-news-both = قىسقا ئۇچۇر ۋە ئېلخەت بىلەن
card-news-none = خەۋەر كېرەك ئەمەس
card-truth-label = بايانات
card-truth-statement = يازغانلىرىمنىڭ ھەممىسى راست. يالغان يازسام، كارتا ئېلىش سالاھىيىتىم بىكار قىلىنىشى مۇمكىنلىكىنى بىلىمەن.
card-truth-error = داۋاملاشتۇرۇش ئۈچۈن باياناتقا قوشۇلۇڭ

## Check and send

card-check-title = جاۋابلىرىڭىزنى تەكشۈرۈڭ
card-check-lead = ھەممىسى توغرىمۇ؟ ئىلتىماسنى يوللىغىچە ھەر بىر جاۋابنى ئۆزگەرتەلەيسىز.
card-check-claims = يوللىسىڭىز، تارماق بۇ جاۋابلارنى ۋە ئورتاقلىشىشقا قوشۇلغان ئۇچۇرلىرىڭىزنى ئالىدۇ.
card-check-sending = ئىلتىماسىڭىز يوللىنىۋاتىدۇ.
card-send = ئىلتىماسنى يوللاش

## Afterwards

card-sent-title = ئىلتىماس يوللاندى
card-sent-confirmation = ئىلتىماسىڭىزنى تاپشۇرۇۋالدۇق
# Variables: $days (days) - the time that the department promises
card-sent-next-check = { $days } ئىچىدە (خىزمەت كۈنى) تەكشۈرۈپ كارتىنى ياسايمىز.
card-sent-next-post = يوللانمىچى كېلىشتىن بۇرۇن سىزگە تېلېفون قىلىدۇ.
card-sent-next-pick-up = كارتا نۇقتىغا كەلگەندە قىسقا ئۇچۇر ئەۋەتىمىز. كىملىكىڭىزنى ئېلىپ كېلىڭ.
card-progress-title = ئىلتىماسىڭىزنىڭ ئەھۋالى
card-kept-title = ئىلتىماس ساقلاندى
card-kept-text = ھازىر تور يوق. ئىلتىماسىڭىز بۇ تېلېفوندا بىخەتەر ساقلاندى، تور بولغاندا ئاپتوماتىك يوللىنىدۇ؛ ھېچنېمە قىلىشىڭىز كېرەك ئەمەس.
card-state-received = تاپشۇرۇۋېلىندى
card-state-accepted = قوبۇل قىلىندى
card-state-review = تەكشۈرۈلۈۋاتىدۇ
card-state-correction-asked = كەم نەرسە بار: ئۇچۇرلىرىڭىزنى كۆرۈڭ
card-state-approved = تەستىقلاندى، كارتا ياسىلىۋاتىدۇ
card-state-delivered = كارتا قولىڭىزغا تەگدى
card-state-closed = تاماملاندى
card-state-refused = قوبۇل قىلىنمىدى
card-state-rejected = تەستىقلانمىدى
card-state-withdrawn = ئۆزىڭىز قايتۇرۇۋالدىڭىز

## When something stands in the way

card-trouble-sign-in = ئالدى بىلەن كىرىڭ؛ جاۋابلىرىڭىز يوقالمايدۇ.
card-trouble-declined = ئىسمىڭىز ۋە كىملىك نومۇرىڭىزنى ئورتاقلاشمىدىڭىز. ھېچقىسى يوق: ئۆزىڭىز يېزىڭ.
card-trouble-forbidden = بۇ يەردە خاتىرىلىرىڭىزنى ئوقۇغىلى بولمايدۇ. ئىسمىڭىز ۋە كىملىك نومۇرىڭىزنى ئۆزىڭىز يېزىڭ.
card-trouble-too-often = قىسقا ۋاقىتتا بەك كۆپ سىنالدى. بىر مىنۇت ساقلاپ قايتا سىناڭ.
card-trouble-offline = ھازىر تور يوق. جاۋابلىرىڭىز ساقلاندى؛ تور بولغاندا قايتا سىناڭ.
card-trouble-unavailable = تارماق ھازىر جاۋاب بەرمەيۋاتىدۇ. جاۋابلىرىڭىز ساقلاندى؛ بىر نەچچە مىنۇتتىن كېيىن قايتا سىناڭ ياكى 12333 گە تېلېفون قىلىڭ.
# Variables: $words (text) - what the department said
card-trouble-objection = تارماق ئىلتىماسنى قوبۇل قىلالمىدى: { $words }
card-trouble-objection-unsaid = تارماق ئىلتىماسنى قوبۇل قىلالمىدى، سەۋەبىنىمۇ ئېيتمىدى. جاۋابلىرىڭىزنى تەكشۈرۈڭ ياكى 12333 گە تېلېفون قىلىڭ.
