services-title = مۇلازىمەت
services-themes = تۈرلەر
services-none = بۇ تۈردە تېخى مۇلازىمەت يوق
services-gone = بۇنداق مۇلازىمەت يوق
services-theme-education = مائارىپ
services-theme-social-security = ئىجتىمائىي كاپالەت
services-theme-healthcare = داۋالىنىش
services-theme-taxation = باج
services-theme-transport = قاتناش
services-theme-utilities = سۇ، توك، گاز
services-theme-civil-affairs = خەلق ئىشلىرى
services-theme-housing = تۇرالغۇ
services-theme-public-security = كىملىك ۋە نوپۇس
services-theme-employment = ئىشقا ئورۇنلىشىش
services-theme-business = كارخانا
services-theme-justice = ئەدلىيە
services-theme-environment = مۇھىت
services-theme-agriculture = يېزا ئىگىلىكى
services-theme-culture = مەدەنىيەت
services-theme-other = باشقا
service-start = باشلاش
service-not-online = بۇ مۇلازىمەتنى تېخى توردا بېجىرگىلى بولمايدۇ. كۆزنەككە بېرىڭ ياكى تېلېفون قىلىڭ.
service-conditions = كىم ئىلتىماس قىلالايدۇ
service-days = ۋەدە قىلىنغان ۋاقىت (خىزمەت كۈنى)
service-fee = ھەق
service-phone = تېلېفون
service-documents = كېرەكلىك ماتېرىياللار
services-by = كۆرۈش ئۇسۇلى
services-by-theme = تۈر بويىچە
services-by-department = تارماق بويىچە
# Variables: $count (number) - how many services
services-count = { $count ->
    [one] 1 مۇلازىمەت
   *[other] { $count } مۇلازىمەت
}
# Variables: $department (text) - its name
service-more-of = { $department } نىڭ باشقا مۇلازىمەتلىرى
department-gone = بۇنداق تارماق يوق
department-services = تەمىنلەيدىغان مۇلازىمەتلىرى
# Variables: $phone (text) - its number
department-call = { $phone } غا تېلېفون قىلىش
