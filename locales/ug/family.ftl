family-title = ئائىلە ۋە ياردەمچىلەر
family-body = ئىشىنىدىغان كىشىڭىز ئۆز تېلېفونىدا ئىشلىرىڭىزنى كۆرەلەيدۇ: نەگە يەتتى، نېمە كەم. سىز قوشۇلسىڭىز، سىز بەلگىلىگەن كۈنگىچە ئورنىڭىزدا تاپشۇرالايدۇ. گۇۋاھنامىلەرنى كۆرەلمەيدۇ. خالىغان ۋاقىتتا توختىتالايسىز.
family-sign-in = ياردەم سوراش ياكى ياردەم بېرىش ئۈچۈن كىرىڭ
family-helpers = كىم ماڭا ياردەم بېرىدۇ
# Variables: $day (text) - since when
family-since = { $day } دىن باشلاپ
# Variables: $time (text) - when the helper looked last
family-looked = ئاخىرقى كۆرگەن ۋاقتى: { $time }
family-code-make = ياردەمچىگە نومۇر ياساش
family-code = بۇ نومۇرنى ياردەم بېرىدىغان كىشىگە ئېيتىڭ
# Variables: $time (text) - when the code is over
family-code-until = { $time } غىچە ئىناۋەتلىك، بىر قېتىملا ئىشلىتىلىدۇ.
family-code-warning = پەقەت تونۇيدىغان كىشىگە ئېيتىڭ
family-code-warning-body = ھېچقانداق ئورۇن سىزدىن بۇ نومۇرنى سورىمايدۇ. تېلېفون قىلىپ سورىغان كىشى ئالدامچى.
family-code-put-away = نومۇرنى يىغىش
family-helped = مەن كىمگە ياردەم بېرىمەن
family-helped-cases = ئىشلىرىنى كۆرۈش
family-enter = سىزگە ئېيتىلغان 8 خانىلىق نومۇر
family-enter-hint = ئۇ «ئائىلە ۋە ياردەمچىلەر» دىكى «ياردەم سوراش» نى باسسا چىقىدۇ
family-enter-go = ياردەم بېرىش
family-end-helper = بۇ ياردەمنى توختىتىش
family-end-helped = ياردەم بېرىشنى توختىتىش
family-end-sure = راستتىنلا توختىتامسىز؟ قايتا باشلاش ئۈچۈن يېڭى نومۇر كېرەك.
family-end-keep = داۋاملاشتۇرۇش
family-end-yes = توختىتىش
family-gone = بۇ كىشىگە ياردەم بەرمەيسىز
# Variables: $name (text) - the name of the person who is helped
family-cases-of = { $name } نىڭ ئىشلىرى
family-cases-body = ئۇ سىزنىڭ كۆرگەنلىكىڭىزنى ۋە ئۇنىڭ نامىدا نېمە قىلغىنىڭىزنى بىلىدۇ.
family-cases-empty = ئۇنىڭ ئىشى يوق
# Variables: $name (text) - the helper
family-ledger-look = { $name } ئىشلىرىڭىزنى كۆردى
family-case-by-you = بۇنى ئۇنىڭ ئورنىدا سىز تاپشۇردىڭىز
# Variables: $name (text) - the helper
family-ledger-act = { $name } سىزنىڭ ئورنىڭىزدا ئىش قىلدى
mandate-may = بۇ كىشى نېمە قىلالايدۇ؟
mandate-follow = پەقەت ئىشلىرىمنى كۆرۈش
mandate-follow-hint = ئىشىڭىزنىڭ نەگە يەتكەنلىكىنى كۆرىدۇ، ئورنىڭىزدا ئىلتىماس قىلالمايدۇ.
mandate-hand-in = كۆرۈش ۋە ئورنۇمدا تاپشۇرۇش
    .simple = كۆرۈش ۋە ئورنۇمدا ئىلتىماس قىلىش
mandate-hand-in-hint = تاپشۇرغاندا تارماقنىڭ سىزگە كۆرسىتىدىغىنىنى كۆرىدۇ. ھەر قېتىمى «ئۇچۇرلىرىمنى كىم ئىشلەتتى» دە خاتىرىلىنىدۇ.
    .simple = تارماقنىڭ سىزگە كۆرسىتىدىغىنىنى كۆرىدۇ. ھەر قېتىمىنى كۆرەلەيسىز.
mandate-departments = قايسى تارماقتا؟
mandate-departments-all = ھەممە تارماقتا
mandate-until = قايسى كۈنگىچە؟
mandate-until-hint = بۇ كۈندىن كېيىن ئۆزى توختايدۇ. بالدۇرراق توختاتسىڭىزمۇ بولىدۇ.
mandate-until-wrong = بۈگۈن ياكى كېيىنكى بىر كۈننى يېزىڭ.
mandate-line-follow = كۆرەلەيدۇ، تاپشۇرالمايدۇ
# Variables: $day (text) - the last day
mandate-line-all = { $day } غىچە ھەممە تارماقتا تاپشۇرالايدۇ
# Variables: $day (text) - the last day; $departments (text) - the departments' names
mandate-line-some = { $day } غىچە تاپشۇرالايدۇ، تارماق: { $departments }
# Variables: $day (text) - the last day
mandate-line-over = كۆرەلەيدۇ. تاپشۇرۇش { $day } دە ئاخىرلاشتى.
acting-label = باشقىلار ئۈچۈن ئىش قىلىۋاتىسىز
# Variables: $name (text) - for whom
acting-for = سىز { $name } نىڭ ئورنىدا ئىش قىلىۋاتىسىز
# Variables: $name (text) - for whom
acting-begin = { $name } نىڭ ئورنىدا ئىش قىلىش
acting-stop = توختىتىش، ئۆزۈم ئۈچۈن ئىش قىلىش
