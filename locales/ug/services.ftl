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
service-region-first = ئاۋۋال قەيەردە تۇرىدىغانلىقىڭىزنى تاللاڭ: تاللىمىسىڭىز ئىلتىماس تاپشۇرغىلى بولمايدۇ.
    .simple = ئاۋۋال قەيەردە تۇرىدىغانلىقىڭىزنى ئېيتىڭ.
service-region-choose = رايون تاللاش
service-start = باشلاش
service-not-online = بۇ مۇلازىمەتنى تېخى توردا بېجىرگىلى بولمايدۇ. كۆزنەككە بېرىڭ ياكى تېلېفون قىلىڭ.
    .simple = بۇ ئىشنى بۇ يەردە تېخى بېجىرگىلى بولمايدۇ. كۆزنەككە بېرىڭ ياكى تېلېفون قىلىڭ.
service-conditions = كىم ئىلتىماس قىلالايدۇ
    .simple = كىم بېجىرەلەيدۇ
service-days = ۋەدە قىلىنغان ۋاقىت
    .simple = نەچچە خىزمەت كۈنى كېتىدۇ
service-fee = ھەق
    .simple = قانچە پۇل
service-phone = تېلېفون
service-documents = كېرەكلىك ماتېرىياللار
    .simple = نېمىلەر كېرەك
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
life-events-body = بىر چوڭ ئىش ئۈچۈن بىر قانچە تارماققا بېرىشقا توغرا كېلىدۇ. بۇ يەردە ھەممىسى تەرتىپ بويىچە تىزىلغان.
life-events-none = تېخى چوڭ ئىشلار يوق
life-events-gone = بۇنداق چوڭ ئىش يوق
life-events-steps = قىلىدىغان ئىشلار
regions-title = رايونلار
regions-body = ھەر قايسى جايلارنىڭ مۇلازىمەتلىرىنى كۆرۈڭ. كۆچكەن بولسىڭىز، يېڭى جايىڭىزنى تاللاڭ.
regions-none = بۇنداق رايون تېپىلمىدى
regions-gone = بۇنداق رايون يوق
regions-home = سىز بۇ يەردە تۇرىسىز. بۇ يەرنىڭ مۇلازىمەتلىرى ئالدىدا تۇرىدۇ.
# Variables: $region (text) - its name
regions-live-here = مەن { $region } دا تۇرىمەن
regions-no-own = بۇ يەرنىڭ ئۆز مۇلازىمىتى تېخى يوق؛ دۆلەتنىڭ مۇلازىمەتلىرىنى ئىشلەتكىلى بولىدۇ.
# Variables: $time (text) - a date and time
service-outage-until = { $time } دا ئەسلىگە كېلىشى مۆلچەرلەندى.
service-outage-open = قاچان ئەسلىگە كېلىدىغانلىقى تېخى ئېنىق ئەمەس.
service-days-statutory = قانۇنىي مۇددەت
service-region = بېجىرىش رايونى
service-rating = كىشىلەرنىڭ باھاسى
# Variables: $score (text) - a number from 1 to 5, $count (number) - how many people
service-rated = { $count ->
   *[other] 5 نومۇردىن { $score }، { $count } كىشى باھا بەرگەن
}
service-rated-none = باھا بەرگەنلەر تېخى ئاز
service-result = بېجىرىش نەتىجىسى
# Variables: $issuer (text) - who issues the document
service-document-issuer = { $issuer } تارقاتقان
service-document-fetched = تارماق ئۆزى ئالىدۇ
service-documents-none = ھېچقانداق ماتېرىيال كېرەك ئەمەس
service-document-here = سىزدە بار
service-basis = قانۇنىي ئاساس
service-events = بۇ چوڭ ئىشلارنىڭ بىر قىسمى
services-by-life-event = چوڭ ئىشلار بويىچە
services-by-region = رايون بويىچە
# Variables: $region (text) - its name
services-in = { $region }
# Variables: $region (text) - its name
services-elsewhere = سىز تۇرغان جايدا ئەمەس: { $region }
services-at-counter = كۆزنەكتە ياكى تېلېفوندا
services-here = بۇ يەردە بېجىرگىلى بولىدۇ
services-off-line = ۋاقىتلىق توختىتىلدى
services-only-here = پەقەت بۇ يەردە بېجىرگىلى بولىدىغانلار
# Variables: $count (number) - how many more
service-documents-more = { $count ->
    [one] يەنە 1 تۈر
   *[other] يەنە { $count } تۈر
}
