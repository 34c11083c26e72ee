family-title = ئائىلە ۋە ياردەمچىلەر
family-body = ئىشىنىدىغان كىشىڭىز ئۆز تېلېفونىدا ئىشلىرىڭىزنى كۆرەلەيدۇ: نەگە يەتتى، نېمە كەم. گۇۋاھنامىلەرنى كۆرەلمەيدۇ، سىزنىڭ ئورنىڭىزدا ئىلتىماس قىلالمايدۇ. خالىغان ۋاقىتتا توختىتالايسىز.
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
family-cases-body = ئۇ سىزنىڭ كۆرگەنلىكىڭىزنى بىلىدۇ. پەقەت كۆرەلەيسىز، ئۇنىڭ نامىدا ئىش قىلالمايسىز.
family-cases-empty = ئۇنىڭ ئىشى يوق
# Variables: $name (text) - the helper
family-ledger-look = { $name } ئىشلىرىڭىزنى كۆردى
