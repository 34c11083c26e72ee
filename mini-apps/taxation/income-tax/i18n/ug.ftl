# Annual income tax: an estimate, and the certificate of tax paid.

## First page

# Variables: $year (text) - the tax year
tax-start-title = { $year }-يىللىق شەخسىي تاپاۋەت بېجى
tax-start-lead = باج قايتامدۇ ياكى يەنە تۆلەمسىز، بىر نەچچە مىنۇتتا بىلىڭ. باج تارمىقىدىكى سانلىق مەلۇماتنى ئىشلىتەلەيسىز ياكى ھەممىنى ئۆزىڭىز يازالايسىز.
    .simple = پۇل قايتامدۇ ياكى يەنە تۆلەمسىز، كۆرۈڭ. بىر نەچچە مىنۇت كېتىدۇ.
tax-start-how-title = قانداق ھېسابلىنىدۇ
tax-start-how-text = يىللىق مائاشتىن 60,000 يۈەن، ئۆزىڭىز تۆلىگەن ئىجتىمائىي سۇغۇرتا ۋە مەخسۇس قوشۇمچە تۇتۇپ قېلىش چىقىرىلىدۇ. قالغىنىدىن 3% تىن 45% كىچە باج ئېلىنىدۇ. ئالدىن تۇتۇلغان باج چىقىرىلىدۇ.
    .simple = يىللىق مائاشىڭىزنى ئالىمىز. 60,000 يۈەن، سۇغۇرتا پۇلىڭىز ۋە باشقا تۇتۇلىدىغانلارنى چىقىرىمىز. قالغىنىدىن 3% تىن 45% كىچە باج تۆلەيسىز. ئاللىقاچان تۆلەنگىنى چىقىرىلىدۇ.
tax-start-data-title = ئۇچۇرىڭىز قانداق ئىشلىتىلىدۇ
tax-start-data-text = مۆلچەر بۇ تېلېفوندا ھېسابلىنىدۇ، ھېچ يەرگە ئەۋەتىلمەيدۇ. پەقەت ئىسپاتنامە سورىسىڭىزلا، شۇ يىللىق كىرىم ۋە باج سوممىسى باج تارمىقىغا ئەۋەتىلىدۇ.
    .simple = پەقەت بۇ تېلېفوندىلا ھېسابلايمىز، ھېچ يەرگە ئەۋەتمەيمىز. ئىسپاتنامە سورىغاندىلا سانلار باج تارمىقىغا ئەۋەتىلىدۇ.
tax-start-load = باج تارمىقىنىڭ مەلۇماتىدىن باشلاش
tax-start-by-hand = ھەممىنى ئۆزۈم يازىمەن
tax-continue = داۋاملاشتۇرۇش
tax-finish = تاماملاش
tax-claims-purpose = باج تۆلەش ئىسپاتنامىسىگە يېزىش ئۈچۈن

## Income

# Variables: $year (text) - the tax year
tax-income-title = { $year }-يىللىق كىرىمىڭىز
tax-income-from-office = بۇ سوممىلار باج تارمىقىدىن كەلدى. توغرا بولمىسا تۈزىتىڭ.
tax-income-payers = مائاش بەرگەن ئورۇن
tax-wages-label = پۈتۈن يىللىق مائاش
tax-wages-hint = باج ۋە سۇغۇرتا تۇتۇلۇشتىن بۇرۇنقى، ھەممە ئورۇننىڭكى جەم
    .simple = بۇ يىل سىزگە بېرىلگەن بارلىق مائاش، ھېچنېمە تۇتۇلماستىن بۇرۇن
tax-wages-error = پۈتۈن يىللىق مائاشنى يېزىڭ
tax-social-insurance-label = ئىجتىمائىي سۇغۇرتا ۋە تۇرالغۇ فوندى
tax-social-insurance-hint = پۈتۈن يىلدا ئۆزىڭىز تۆلىگىنى؛ مائاش تالونىدا بار
tax-social-insurance-error = ئىجتىمائىي سۇغۇرتا ۋە تۇرالغۇ فوندىغا تۆلىگىنىڭىزنى يېزىڭ؛ بولمىسا 0 يېزىڭ
tax-withheld-label = ئالدىن تۇتۇلغان باج
    .simple = سىز ئۈچۈن تۆلەنگەن باج
tax-withheld-hint = خىزمەت ئورنىڭىز سىزنىڭ ئورنىڭىزدا تۆلىگەن باج
tax-withheld-error = ئالدىن تۇتۇلغان باجنى يېزىڭ؛ بولمىسا 0 يېزىڭ

## Deductions

# Variables: $year (text) - the tax year
tax-deductions-title = { $year }-يىلى باجنى ئازايتىدىغان تۈرلەر
tax-children-label = ئۈچ ياشتىن چوڭ، ئوقۇۋاتقان بالىلار
tax-children-hint = ھەر بالىغا 24,000 يۈەن؛ ئاتا-ئانا ئورتاقلاشسا، بالىنى پەقەت بىرىڭلار يېزىڭ
tax-children-unit = بالا
tax-children-error = 0 دىن 20 گىچە پۈتۈن سان يېزىڭ
tax-infants-label = ئۈچ ياشتىن كىچىك بالىلار
tax-infants-hint = ھەر بالىغا 24,000 يۈەن
tax-deductions-label = يەنە قايسىسى سىزگە ماس كېلىدۇ؟
tax-deduction-elderly = 60 ياشتىن ئاشقان ئاتا-ئانامنى باقىمەن، يالغۇز پەرزەنت
tax-deduction-elderly-hint = 36,000 يۈەن
tax-deduction-elderly-shared = 60 ياشتىن ئاشقان ئاتا-ئانامنى قېرىنداشلىرىم بىلەن باقىمەن
tax-deduction-elderly-shared-hint = تەڭ ئۈلەشسىڭىز 18,000 يۈەن
tax-deduction-loan = بىرىنچى ئۆيۈمنىڭ قەرز ئۆسۈمىنى تۆلەۋاتىمەن
tax-deduction-loan-hint = 12,000 يۈەن
tax-deduction-learning = ئوقۇش تارىخى مائارىپىدا ئوقۇۋاتىمەن
tax-deduction-learning-hint = 4,800 يۈەن
tax-deductions-error-elderly = يالغۇز پەرزەنت ياكى قېرىنداشلار بىلەن: ئىككىسىنىڭ بىرىنى تاللاڭ
tax-rent-label = ئىشلەيدىغان شەھەردە ئۆي ئىجارە ئالامسىز؟
tax-rent-none = ياق
tax-rent-large-city = ھەئە، چوڭ شەھەردە
tax-rent-large-city-hint = بىۋاسىتە قاراشلىق شەھەر، ئۆلكە مەركىزى ياكى پىلاندا ئايرىم شەھەر: 18,000 يۈەن
tax-rent-city = ھەئە، باشقا شەھەردە
tax-rent-city-hint = شەھەر رايونلىرىنىڭ نوپۇسى بىر مىليوندىن ئاشىدۇ: 13,200 يۈەن
tax-rent-town = ھەئە، كىچىكرەك يەردە
tax-rent-town-hint = 9,600 يۈەن
tax-rent-error = ئۆي ئىجارە ئالىدىغان-ئالمايدىغانلىقىڭىزنى تاللاڭ
tax-rent-error-loan = ئىجارە ھەققى ۋە ئۆي قەرزىنىڭ ئۆسۈمىنى تەڭ تۇتۇپ قالغىلى بولمايدۇ: بىرىنى تاللاڭ
    .simple = ئىجارە ياكى ئۆي قەرزى: پەقەت بىرنى تاللاڭ.

## Result

# Variables: $year (text) - the tax year
tax-result-title = { $year }-يىللىق نەتىجە
# Variables: $amount (money) - what is refunded
tax-result-refund = سىزگە { $amount } قايتىدۇ.
# Variables: $amount (money) - what is to be paid
tax-result-to-pay = يەنە { $amount } تۆلەيسىز.
tax-result-even = باجنى دەل توغرا تۆلىدىڭىز.
# Variables: $amount (money) - what is to be paid
tax-result-exempt = ھېسابلىغاندا { $amount } كەم چىقتى، لېكىن سىز كەچۈرۈم قىلىنىسىز: ھېسابات قىلىشىڭىز ۋە تولدۇرۇشىڭىز كېرەك ئەمەس.
    .simple = { $amount } كەم، لېكىن تولدۇرۇش كېرەك ئەمەس.
tax-result-estimate = بۇ مۆلچەر. باج تارمىقى بېكىتكىنى ئاساس قىلىنىدۇ.
    .simple = بۇ پەقەت تەخمىن. باج تارمىقى ھېسابلىغىنى ئاساس قىلىنىدۇ.
tax-result-not-asked = تولدۇرىدىغان باج 400 يۈەندىن ئاشمىسا ياكى يىللىق كىرىم 120 مىڭ يۈەندىن ئاشمىسا، 2027-يىلغىچە كەچۈرۈم قىلىنىدۇ؛ شەرتى — ئىش ھەققى بەرگەن ئورۇن باجنى قانۇن بويىچە تۇتۇپ قالغان بولۇشى كېرەك. بۇ يەردە سورالمىدى: ئەمگەك ھەققى، قەلەم ھەققى، ئېغىر كېسەل خىراجىتى، شەخسىي پېنسىيە ۋە ئىئانە.
    .simple = بۇ يەردە پەقەت ئىش ھەققى سورالدى. باشقا كىرىم بولسا نەتىجە ئوخشىمايدۇ.
tax-sum-basic = ئاساسىي تۇتۇپ قېلىش
    .simple = ھەممە ئادەمگە باجسىز قىسىم
tax-sum-deductions = مەخسۇس قوشۇمچە تۇتۇپ قېلىش
    .simple = باجنى ئازايتىدىغان باشقا قىسىم
tax-sum-taxable = باج ئېلىنىدىغان كىرىم
tax-sum-tax = يىللىق باج
tax-sum-refund = قايتىدىغان باج
tax-sum-to-pay = يەنە تۆلەيدىغان باج
tax-sum-exempt = پەرق (تولدۇرۇلمايدۇ)
tax-brackets-title = باج قانداق ھېسابلاندى
tax-brackets-page-title = بېجىڭىز قانداق ھېسابلاندى
tax-brackets-caption = نىسبەت بويىچە باج
tax-brackets-column-range = كىرىم بۆلىكى
tax-brackets-column-income = بۆلەكتىكى سومما
tax-brackets-column-rate = نىسبەت
tax-brackets-column-tax = باج
# Variables: $amount (money) - where the part begins
tax-brackets-above = { $amount } دىن ئاشقىنى
tax-brackets-none = تۇتۇپ قالغاندىن كېيىن باج ئېلىنىدىغان كىرىم قالمىدى.
tax-brackets-show = باج قانداق ھېسابلانغانلىقىنى كۆرۈش
tax-brackets-leave = نەتىجىگە قايتىش
tax-chart-title = مائاشىڭىز نەگە كېتىدۇ
tax-chart-series = مائاش
tax-chart-rest = قولىڭىزدا قالىدىغىنى
tax-chart-unit = يۈەن

## Certificate

tax-certificate-title = باج تۆلەش ئىسپاتنامىسى
tax-certificate-lead = ئىسپاتنامىدە بىر يىللىق كىرىمىڭىز ۋە تۆلىگەن بېجىڭىز يېزىلىدۇ. قەرز، ۋىزا ياكى ئۆي ئىجارىسى ئۈچۈن ئىشلىتىلىدۇ.
    .simple = بىر پارچە ئىسپات: قانچە پۇل تاپقانلىقىڭىز ۋە قانچە باج تۆلىگەنلىكىڭىز يېزىلىدۇ. بانكا ياكى ئۆي ئىگىسى سورىشى مۇمكىن.
tax-certificate-load = باج تارمىقىنىڭ مەلۇماتىنى كۆرۈش
tax-certificate-year = يىل
tax-certificate-income = كىرىم
tax-certificate-tax = باج
tax-certificate-request = ئىسپاتنامە ئىلتىماس قىلىش
tax-certificate-sending = ئىلتىماسىڭىز يوللىنىۋاتىدۇ.
tax-sent-title = ئىسپاتنامە ئىلتىماس قىلىندى
tax-sent-confirmation = باج تارمىقى ئىلتىماسىڭىزنى تاپشۇرۇۋالدى
# Variables: $days (number) - working days until the certificate is there
tax-sent-next-days = { $days ->
    [one] ئىسپاتنامە بىر خىزمەت كۈنى ئىچىدە بېرىلىدۇ.
   *[other] ئىسپاتنامە { $days } خىزمەت كۈنى ئىچىدە بېرىلىدۇ.
}
tax-sent-next-records = ئاندىن ئۇ گۇۋاھنامىلىرىڭىزدە تۇرىدۇ، تور بولمىسىمۇ كۆرەلەيسىز.
tax-kept-title = ئىلتىماس ساقلاندى
tax-kept-text = ھازىر تور يوق. ئىلتىماسىڭىز بۇ تېلېفوندا ساقلاندى، تور بولغاندا ئاپتوماتىك يوللىنىدۇ؛ ھېچنېمە قىلىشىڭىز كېرەك ئەمەس.
    .simple = ھازىر تور يوق. ئىلتىماسىڭىزنى ساقلاپ، كېيىن ئۆزىمىز يوللايمىز. سىز ھېچنېمە قىلمىسىڭىزمۇ بولىدۇ.

## When something stands in the way

tax-trouble-sign-in = ئالدى بىلەن كىرىڭ؛ يازغانلىرىڭىز يوقالمايدۇ.
tax-trouble-declined = ئىسپاتنامىگە ئىسمىڭىز ۋە كىملىك نومۇرىڭىز يېزىلىدۇ، شۇڭا قوشۇلۇشىڭىز كېرەك. خالىغان ۋاقىتتا قايتا ئىلتىماس قىلالايسىز.
    .simple = ئىسپاتقا ئىسمىڭىز يېزىلىشى كېرەك، شۇڭا ئاۋۋال قوشۇلۇڭ. قايتا سورىسىڭىز بولىدۇ.
tax-trouble-forbidden = بۇ يەردە بۇنداق قىلغىلى بولمايدۇ. سوممىلارنى ئۆزىڭىز يېزىڭ.
tax-trouble-too-often = قىسقا ۋاقىتتا بەك كۆپ سىنالدى. بىر مىنۇت ساقلاپ قايتا سىناڭ.
    .simple = بىر مىنۇت ساقلاڭ. ئاندىن قايتا سىناڭ.
tax-trouble-offline = ھازىر تور يوق. سوممىلارنى ئۆزىڭىز يېزىپ داۋاملاشتۇرالايسىز؛ ئىسپاتنامە ئۈچۈن تور كېرەك.
tax-trouble-unavailable = باج تارمىقى ھازىر جاۋاب بەرمەيۋاتىدۇ. سوممىلارنى ئۆزىڭىز يېزىڭ ياكى بىر نەچچە مىنۇتتىن كېيىن قايتا سىناڭ.
    .simple = باج تارمىقى ھازىر جاۋاب بەرمەيۋاتىدۇ. سانلارنى ئۆزىڭىز يېزىڭ ياكى سەل تۇرۇپ قايتا سىناڭ.
# Variables: $words (text) - what the tax office said
tax-trouble-objection = باج تارمىقىنىڭ جاۋابى: { $words }
tax-trouble-objection-unsaid = باج تارمىقى بۇنى بېجىرەلمىدى، سەۋەبىنىمۇ ئېيتمىدى. يەنە شۇنداق بولسا 12366 غا تېلېفون قىلىڭ.
