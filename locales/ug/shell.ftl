app-name = بارماق ئۇچى
shell-loading = تەييارلىنىۋاتىدۇ …
shell-offline = ھازىر تور يوق. كۆرۈۋاتقىنىڭىز ئالدىنقى قېتىم ساقلانغان مەزمۇن، يازغانلىرىڭىز يوقالمايدۇ.
    .simple = ھازىر تور يوق. كۆرۈۋاتقىنىڭىز بۇرۇنقى مەزمۇن. يازغانلىرىڭىز يوقالمايدۇ.
shell-told = يېڭى ئۇقتۇرۇشلار
shell-put-away = بىلدىم
shell-clear = تازىلاش
shell-back = قايتىش
shell-retry = قايتا سىناش
shell-read = بۇ بەتنى ئوقۇپ بەر
shell-read-stop = ئوقۇشنى توختات
shell-read-none = بۇ ئۈسكۈنىدە بۇ تىلنىڭ ئاۋازى يوق.
nav-label = ئاساسىي بەتلەر
nav-home = باش بەت
nav-services = مۇلازىمەت
nav-cases = ئىشلىرىم
nav-records = گۇۋاھنامە
nav-help = ياردەم سوراش
nav-me = مەن
tone-neutral = ئىزاھات
tone-information = ئەسكەرتىش
tone-success = مۇۋەپپەقىيەتلىك
tone-warning = دىققەت
tone-urgent = جىددىي
language-zh-hans = 简体中文
language-zh-hant = 繁體中文
language-en = English
language-ug = ئۇيغۇرچە
start-language-title = تىل تاللاڭ 选择语言
start-language-body = كېيىن خالىغان ۋاقىتتا ئۆزگەرتەلەيسىز.
start-display-title = قانداق كۆرۈشنى خالايسىز؟
start-display-seniors = چوڭلار نۇسخىسى
start-display-seniors-body = چوڭ خەت، چوڭ كۇنۇپكا، بىر قېتىمدا بىرلا ئىش. مۇلازىمەت ئوخشاش كۆپ.
start-display-seniors-choose = چوڭلار نۇسخىسىنى ئىشلىتىش
start-display-normal = ئۆلچەملىك نۇسخا
start-display-normal-body = بىر بەتتە تېخىمۇ كۆپ مەزمۇن.
start-display-normal-choose = ئۆلچەملىك نۇسخىنى ئىشلىتىش
start-region-title = قەيەردە تۇرىسىز؟
start-region-body = ئالدى بىلەن يەرلىك مۇلازىمەتلەرنى كۆرسىتىمىز. كىرمەي تۇرۇپمۇ بارلىق مۇلازىمەتنى كۆرگىلى بولىدۇ.
    .simple = ئاۋۋال يېقىن ئەتراپتىكى مۇلازىمەتلەرنى كۆرسىتىمىز. كىرمەيمۇ ھەممىنى كۆرگىلى بولىدۇ.
start-region-search = ئۆلكە ياكى شەھەر ئىزدەش
start-region-later = كېيىن تاللاش
told-case-kept = ئىلتىماسىڭىز بۇ ئۈسكۈنىدە ساقلاندى، تور بولغاندا ئاپتوماتىك يوللىنىدۇ.
    .simple = ھازىر تور يوق. ئىلتىماسىڭىزنى ساقلاپ، كېيىن ئۆزىمىز يوللايمىز. سىز ھېچنېمە قىلمىسىڭىزمۇ بولىدۇ.
# Variables: $reference (text) - the case's reference
told-case-arrived = ساقلانغان ئىلتىماس يەتكۈزۈلدى، نومۇرى { $reference }.
    .simple = ئىلتىماسىڭىز يەتتى، نومۇرى { $reference }.
# Variables: $name (text) - whose it is; $reference (text) - the case's reference
told-case-arrived-for = { $name } ئۈچۈن تاپشۇرغان ئىلتىماسىڭىز يېتىپ باردى. نومۇرى { $reference }.
# Variables: $name (text) - for whom
told-acting-ended = سىز ئەمدى { $name } نىڭ ئورنىدا ئىش قىلمايسىز: ھوقۇقنىڭ ۋاقتى ئۆتتى ياكى توختىتىلدى.
told-document-came = يېڭى بىر ئېلېكترونلۇق گۇۋاھنامە كەلدى، ئۇنى «گۇۋاھنامە» دىن كۆرەلەيسىز.
told-kept-clock = مۇلازىمەت مۇندەرىجىسىنىڭ ۋاقتى ئۆتكەن، ياكى ئۈسكۈنىنىڭ سائىتى خاتا. مۇلازىمەت ئاخىرقى قېتىم تەكشۈرۈلگەن ھالىتىدە ئېچىلدى؛ چېسلا ۋە ۋاقىتنى تەكشۈرۈڭ.
    .simple = ئۈسكۈنىنىڭ سائىتى خاتا بولۇشى مۇمكىن. چېسلا ۋە ۋاقىتقا قاراڭ. مۇلازىمەت ئىشلەيدۇ.
told-kept-directory = كەلگەن مۇلازىمەت مۇندەرىجىسىنى ئىشلەتكىلى بولمىدى. مۇلازىمەت بۇ ئۈسكۈنىدە ئاخىرقى قېتىم تەكشۈرۈلگەن ھالىتىدە ئېچىلدى.
    .simple = يېڭى مۇندەرىجىنى ئىشلەتكىلى بولمىدى. مۇلازىمەت ئاخىرقى قېتىم تەكشۈرۈلگەن ھالىتىدە ئىشلەيدۇ.
told-kept-disk = بۇ ئۈسكۈنە ئوقۇيالمىدى ياكى يازالمىدى. مۇلازىمەت ئاخىرقى قېتىم تەكشۈرۈلگەن ھالىتىدە ئېچىلدى؛ ساقلاش بوشلۇقىنى تەكشۈرۈڭ.
    .simple = بۇ ئۈسكۈنە تولغان بولۇشى مۇمكىن. مۇلازىمەت ئاخىرقى قېتىم تەكشۈرۈلگەن ھالىتىدە ئىشلەيدۇ.
told-kept-newest = تارماقنىڭ ئەڭ يېڭى نەشرىنى ئاچقىلى بولمىدى. ئۇنىڭدىن بۇرۇنقى نەشرى ئېچىلدى.
    .simple = يېڭى نەشرى ئىشلىمىدى. بۇرۇنقىسى ئېچىلدى.
told-kept-offline = مۇلازىمەت مۇندەرىجىسىگە ئۇلانغىلى بولمىدى. مۇلازىمەت بۇ ئۈسكۈنىدە ئاخىرقى قېتىم تەكشۈرۈلگەن ھالىتىدە ئېچىلدى.
    .simple = ھازىر تور يوق. مۇلازىمەت ئاخىرقى قېتىم تەكشۈرۈلگەن ھالىتىدە ئىشلەيدۇ.
told-mini-app-restored = مۇلازىمەتتە بايا خاتالىق چىقتى، ئەسلىدىكى ئورنىڭىزدىن قايتا ئېچىلدى.
    .simple = بايا مەسىلە چىقتى، مۇلازىمەتنى قايتا ئاچتۇق. سىز ئەسلىدىكى جايىڭىزدا.
told-not-accepted = تاپشۇرغان بىر ئىلتىماسىڭىز قوبۇل قىلىنمىدى، «ئىشلىرىم» دىن كۆرۈڭ.
    .simple = بىر ئىلتىماسىڭىز قوبۇل قىلىنمىدى. «ئىشلىرىم» نى كۆرۈڭ.
# Variables: $words (text) - the department's own words
told-not-accepted-words = تاپشۇرغان بىر ئىلتىماسىڭىز قوبۇل قىلىنمىدى. تارماقنىڭ جاۋابى: { $words }
told-unread = بۇ يەردە ساقلانغانلارنىڭ { $count } تالىنى ئەپنىڭ بۇ نەشىرى ئوقۇيالمايدۇ. ئۇلار ئۈسكۈنىدە ئەسلىدىكىدەك تۇرىدۇ، باشقا ھەممىسى بار. ئەپنى يېڭىلاڭ؛ ئېكسپورت قىلىنغان ھۆججەتتىمۇ بار.
    .simple = { $count } نەرسىڭىزنى ھازىر كۆرسىتەلمەيمىز. ئۇلار يوقالمىدى. ئەپنى يېڭىلاڭ.
told-rated = باھالىغىنىڭىزغا رەھمەت.
told-act-arrived = بېجىرىدىغان تارماققا يەتتى.
help-title = ياردەم سوراش
help-lines = تارماقلارنىڭ تېلېفونلىرى
mini-app-close = تاقاش
mini-app-verified = تارماق كىملىكى دەلىللەنگەن
mini-app-opening = مۇلازىمەت ئېچىلىۋاتىدۇ …
# Variables: $share (number) - how much of it is here, from 0 to 100
mini-app-fetching = مۇلازىمەت چۈشۈرۈلۈۋاتىدۇ: 100 دىن { $share }
mini-app-preparing = بۇ مۇلازىمەت بۇ ئۈسكۈنىدە بىرىنچى قېتىم تەييارلىنىۋاتىدۇ، بىر-ئىككى مىنۇت كېتىشى مۇمكىن، كېيىنكى قېتىم دەرھال ئېچىلىدۇ.
    .simple = بىرىنچى قېتىم ئۇزۇنراق كېتىدۇ، ئەڭ كۆپ ئىككى مىنۇت. سەل ساقلاڭ.
# Variables: $seconds (number) - how long it has been prepared
mini-app-preparing-since = { $seconds } سېكۇنت بولدى
mini-app-failed = مۇلازىمەت ئېچىلمىدى
mini-app-nothing-lost = يازغانلىرىڭىزنىڭ ھەممىسى ساقلاندى.
# Variables: $name (text) - what the card is about
mini-app-card-add = «{ $name }» نى باش بەتكە قويۇش
# Variables: $name (text) - what the card is about
mini-app-card-remove = «{ $name }» نى باش بەتتىن ئېلىۋېتىش
mini-app-problem-missing = بۇ يەرنى تولدۇرۇڭ
mini-app-problem-not-chosen = بىر جاۋاب تاللاڭ
mini-app-problem-not-agreed = داۋاملاشتۇرۇش ئۈچۈن قوشۇلۇشىڭىز كېرەك
# Variables: $limit (number) - the most characters, $given (number) - how many there are
mini-app-problem-too-long = ئەڭ كۆپ { $limit } ھەرپ، ھازىر { $given } ھەرپ بار
mini-app-problem-not-email = توغرا ئېلخەت ئادرېسى يېزىڭ، مەسىلەن name@example.cn
mini-app-problem-not-phone = توغرا تېلېفون نومۇرى يېزىڭ
mini-app-problem-not-national-id = كىملىك نومۇرىنى تەكشۈرۈڭ: كەم ياكى خاتا رەقەم بار
mini-app-problem-not-postcode = پوچتا نومۇرىنى توغرا يېزىڭ، مەسىلەن ⁨510030⁩
mini-app-problem-not-plate = ماشىنا نومۇرىنى تاختىدىكىدەك يېزىڭ، مەسىلەن ⁨粤B12345⁩
    .simple = كىملىك نومۇرىنى قايتا كۆرۈڭ، جەمئىي 18 خانە.
mini-app-problem-not-number = سان يېزىڭ
mini-app-problem-too-small = سان بەك كىچىك
mini-app-problem-too-large = سان بەك چوڭ
mini-app-problem-not-date = توغرا چېسلا يېزىڭ
mini-app-problem-not-time = توغرا ۋاقىت يېزىڭ
mini-app-problem-too-early = چېسلا بەك بالدۇر
mini-app-problem-too-late = چېسلا بەك كېچىكىپ كەتكەن
# Variables: $limit (number) - the most that can be chosen
mini-app-problem-too-many = ئەڭ كۆپ { $limit } نى تاللاڭ
mini-app-problem-file-too-large = ھۆججەت بەك چوڭ
mini-app-problem-no-region = ئۆلكە، شەھەر ۋە رايوننى تاللاڭ
mini-app-problem-no-street = كوچا، بىنا ۋە ئىشىك نومۇرىنى يېزىڭ
mini-app-problem-not-place = كەڭلىك ۋە ئۇزۇنلۇقنى يېزىڭ، مەسىلەن 23.1291, 113.2644
# Variables: $name (text) - whose line, $phone (text) - its number
call-line = { $name } غا تېلېفون قىلىش: { $phone }
help-hotline = ئادەم ئېلىپ جاۋاب بېرىدۇ، ھەر قانداق ئىشنى سورىسىڭىز بولىدۇ.
help-answers = كۆپ سورىلىدىغان سوئاللار
help-ask-find = كېرەكلىك ئىشنى قانداق تاپىمەن؟
help-answer-find = باش بەتتىكى ئىزدەش رامكىسىغا بىر-ئىككى سۆز يېزىڭ. ياكى «مۇلازىمەت» تىن تېما، چوڭ ئىش، تارماق ياكى رايون بويىچە ئىزدەڭ.
help-ask-sign-in = چوقۇم كىرىشىم كېرەكمۇ؟
help-answer-sign-in = مۇلازىمەت ۋە قوللانمىلارنى كۆرۈش ئۈچۈن كىرىش كېرەك ئەمەس. ئىلتىماس قىلغاندا كىرىسىز؛ ئاندىن ئەسلىدىكى جايىڭىزغا قايتىسىز، يازغانلىرىڭىز تۇرىدۇ.
help-ask-follow = ئىلتىماستىن كېيىن ئەھۋالنى قانداق بىلىمەن؟
help-answer-follow = «ئىشلىرىم» دا قايسى باسقۇچقا كەلگەنلىكىنى ۋە قاچان پۈتىدىغانلىقىنى كۆرىسىز. ئۆزگىرىش بولسا ئۇچۇر كېلىدۇ.
help-ask-offline = تور بولمىسا ئىشلەمدۇ؟
help-answer-offline = مۇلازىمەتلەر، ئىشلىرىڭىز ۋە گۇۋاھنامىلىرىڭىزنى كۆرەلەيسىز. ئىلتىماسىڭىز بۇ ئۈسكۈنىدە ساقلىنىپ، تور بولغاندا ئەۋەتىلىدۇ.
help-ask-data = ئۇچۇرلىرىمنى كىم كۆرىدۇ؟
help-answer-data = پەقەت سىز قوشۇلغان تارماقلارلا. ھەر قېتىملىقى «مەن» دا خاتىرىلىنىدۇ، قوشۇلغىنىڭىزنى قايتۇرۇۋالالايسىز.
help-ask-larger = خەت كىچىك بولسا قانداق قىلىمەن؟
help-answer-larger = چوڭلار نۇسخىسىنى ئېچىڭ: خەت چوڭ، كۇنۇپكا چوڭ، ئوقۇپمۇ بېرىدۇ. باش بەتتە ۋە «مەن» دا بار.
# Variables: $count (number) - how many
alert-more = يەنە { $count } ئەسكەرتىش بار
alert-drill = مانېۋىر
# Variables: $headline (text) - the headline
alert-drill-line = مانېۋىر: { $headline }
alert-drill-body = بۇ مانېۋىر، راست ئەمەس.
tester-window = پۈتۈن كۆزنەك
tester-phone = تېلېفون ئىچىدە
# Variables: $file (text) - where it is
told-exported = بۇ يەرگە ساقلاندى: { $file }
told-session-over = كىرىش ۋاقتى توشقاچقا چىقىپ كەتتىڭىز. ھېچنېمە يوقالمىدى: قايتا كىرىپ داۋاملاشتۇرۇڭ.
    .simple = چىقىپ كەتتىڭىز. ھېچنېمە يوقالمىدى. قايتا كىرىپ داۋاملاشتۇرۇڭ.
# Variables: $name (text) - the helper
told-helper-came = { $name } ئەمدى ئىشلىرىڭىزنى كۆرەلەيدۇ.
told-reminder = ئەسكەرتىش: { $title }
told-handed-in = تاپشۇرۇلدى، نومۇرى { $reference }.
switch-update-needed = يېڭىلىغاندىن كېيىن بېجىرىڭ. بۇ ئۈسكۈنىدىكى مەزمۇنلارنى يەنىلا كۆرگىلى بولىدۇ.
switch-update-advised = ئەپنىڭ يېڭى نەشرى بار
switch-update = ئەپنى يېڭىلاش
switch-kept = بۇ ئۈسكۈنىدىكى مەزمۇنلارنى يەنىلا كۆرگىلى بولىدۇ، تاپشۇرغانلىرىڭىز ئەسلىگە كەلگەندە ئەۋەتىلىدۇ.
switch-screen = بۇ قىسىمنى ھازىرچە ئىشلەتكىلى بولمايدۇ
