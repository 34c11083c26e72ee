cases-title = ئىشلىرىم
cases-gone = بۇنداق ئىش يوق
cases-history = جەريانى
# Variables: $reference (text) - the case's reference
cases-reference = نومۇرى: { $reference }
# Variables: $name (text) - the helper
cases-handed-in-by = { $name } سىزنىڭ ئورنىڭىزدا تاپشۇردى
# Variables: $name (text) - whose it is
cases-outgoing-for = { $name } ئۈچۈن
# Variables: $day (text) - a date
cases-promised = ئەڭ كېچىكىپ { $day } دا پۈتتۈرۈش ۋەدە قىلىندى
    .simple = ئەڭ كېچىكىپ { $day } دا پۈتىدۇ
# Variables: $days (number) - working days
cases-promise-begins = قوبۇل قىلىنغاندىن كېيىن { $days } خىزمەت كۈنى ئىچىدە پۈتتۈرۈلىدۇ
cases-promise-stands = ۋاقىت ھېسابلاش توختىدى، ماتېرىيال تولۇقلانغاندا داۋاملىشىدۇ
# Variables: $year (text) - a year
cases-promise-may-move = { $year }-يىلنىڭ بايرام ئورۇنلاشتۇرۇشى تېخى ئېلان قىلىنمىدى، كۈن ئۆزگىرىشى مۇمكىن
# Variables: $count (number) - how many applications wait
cases-waiting = { $count ->
    [one] 1 ئىش تورنى ساقلاۋاتىدۇ
   *[other] { $count } ئىش تورنى ساقلاۋاتىدۇ
}
    .simple = { $count } ئىلتىماس تېخى يوللانمىدى. تور بولسا ئۆزى يوللىنىدۇ.
# Variables: $service (text) - the service's name
cases-outgoing-case = { $service }
# Variables: $reference (text) - the case's reference
cases-outgoing-rating = { $reference } نومۇرلۇق ئىشقا بەرگەن باھايىڭىز
cases-outgoing-unknown = بۇ نەشرى تونۇمايدىغان مەزمۇن
# Variables: $time (text) - when it was handed in
cases-outgoing-since = { $time } دا تاپشۇرغان. بۇ ئۈسكۈنىدە ساقلاندى، مۇمكىن بولغان ھامان يوللىنىدۇ.
    .simple = { $time } دا تاپشۇرغان. تېخى بۇ يەردە، ئۆزى يوللىنىدۇ.
# Variables: $time (text) - when it is tried again
cases-outgoing-next = كېيىنكى سىناق ۋاقتى: { $time }.
# Variables: $percent (number) - how much of its files has been sent
cases-outgoing-sent = { $percent } پىرسەنتى يوللاندى.
cases-outgoing-send = ھازىر يوللاش
cases-outgoing-take-back = قايتۇرۇۋېلىش
cases-not-accepted = قوبۇل قىلىنمىدى
    .simple = قوبۇل قىلالمىدۇق
# Variables: $words (text) - the department's own words
cases-not-accepted-words = تارماقنىڭ جاۋابى: { $words }
cases-not-accepted-service = بۇ مۇلازىمەت ئەمدى تەمىنلەنمەيدۇ.
cases-not-accepted-region = بۇ مۇلازىمەت سىز تۇرۇۋاتقان رايوندا بېجىرىلمەيدۇ.
cases-not-accepted-size = مەزمۇن سۇپا قوبۇل قىلىدىغان چوڭلۇقتىن ئاشتى. ھۆججەتنى ئازايتىڭ ياكى كىچىكلىتىڭ.
# Variables: $code (text) - the platform's code of the reason
cases-not-accepted-other = سۇپا بەرگەن سەۋەب: «{ $code }». تەپسىلاتىنى تارماقتىن سوراڭ.
cases-not-accepted-form = تولدۇرغانلىرىڭىز جەدۋەل سۈپىتىدە ساقلاندى، ئۆزگەرتىپ قايتا تاپشۇرالايسىز.
    .simple = تولدۇرغانلىرىڭىز تېخى بار، ئۆزگەرتىپ قايتا تاپشۇرۇڭ.
cases-not-accepted-open = جەدۋەلنى ئېچىش
cases-not-accepted-put-away = يىغىشتۇرۇۋېتىش
cases-state-received = تاپشۇرۇۋېلىندى
    .simple = تاپشۇرۇۋالدۇق
cases-state-accepted = قوبۇل قىلىندى
    .simple = بېجىرىشكە باشلىدۇق
cases-state-refused = قوبۇل قىلىنمىدى
    .simple = بېجىرگىلى بولمايدۇ
cases-state-correction-asked = تۈزىتىش تەلەپ قىلىندى
    .simple = بەزى يېرىنى تۈزىتىڭ
cases-state-review = تەكشۈرۈلۈۋاتىدۇ
    .simple = كۆرۈۋاتىمىز
cases-state-supplement-asked = يەنە ماتېرىيال كېرەك
    .simple = سىزدىن يەنە بىر نەرسە كېرەك
cases-state-suspended = ۋاقتىنچە توختىتىلدى
    .simple = ھازىرچە كۈتۈپ تۇرىدۇ
cases-state-appealed = نارازىلىق تاپشۇرۇۋېلىندى
    .simple = سىز قارارغا قوشۇلمىدىڭىز
cases-state-approved = تەستىقلاندى
    .simple = قوشۇلدۇق
cases-state-rejected = تەستىقلانمىدى
    .simple = قوشۇلمىدۇق
cases-state-delivered = يەتكۈزۈلدى
    .simple = قولىڭىزغا تەگدى
cases-state-closed = تاماملاندى
    .simple = پۈتتى
cases-state-withdrawn = قايتۇرۇۋېلىندى
    .simple = سىز قايتۇرۇۋالدىڭىز
cases-state-unknown = ئەھۋالىنى تارماقتىن سوراڭ
    .simple = تارماقتىن سوراپ بېقىڭ
cases-progress-not-started = باشلانمىدى
cases-progress-blocked = باشقا ئىشنى ساقلاۋاتىدۇ
cases-progress-in-progress = بېجىرىلىۋاتىدۇ
cases-progress-waiting-for-you = نۆۋەت سىزدە
cases-progress-done = تامام
cases-progress-problem = مەسىلە بار
cases-rate = بۇ مۇلازىمەتنى باھالاش
cases-rate-question = قانچىلىك رازى بولدىڭىز؟
cases-rate-text = قوشۇمچە پىكرىڭىز
cases-rate-send = باھانى يوللاش
# Variables: $level (text) - the level in words
cases-rated = باھايىڭىز: { $level }
cases-rating-very-satisfied = ناھايىتى رازى
cases-rating-satisfied = رازى
cases-rating-fairly-satisfied = بولىدۇ
cases-rating-dissatisfied = نارازى
cases-rating-very-dissatisfied = ناھايىتى نارازى
cases-rating-unknown = بۇ نەشر تونۇمايدىغان باھا
# Variables: $office (text) - the office, by its name
cases-office = ھازىر بېجىرىۋاتقان ئورۇن: { $office }
cases-late = ۋەدە قىلىنغان كۈن ئۆتۈپ كەتتى.
    .simple = كېچىكىپ قالدى.
# Variables: $office (text) - the office, by its name
cases-escalated = يۇقىرى ئورۇنغا خەۋەر قىلىندى: { $office }
cases-promise-on-hold = توختىتىلغان مەزگىلدە ۋاقىت ھېسابلانمايدۇ
cases-asked = سىزدىن تەلەپ قىلىنغانلار
    .simple = سىز قىلىدىغان ئىش
# Variables: $day (text) - a date
cases-answer-by = ئەڭ كېچىككەن جاۋاب ۋاقتى: { $day }
cases-said = يازما ئالاقىلەر
# Variables: $name (text) - a department, $what (text) - what it did
cases-entry-of = { $name }: { $what }
cases-entry-answer = جاۋاب بەردىڭىز
cases-entry-addition = مەزمۇن قوشتىڭىز
cases-entry-withdrawal = ئىشنى قايتۇرۇۋالدىڭىز
cases-entry-appeal = قارارغا نارازىلىق بىلدۈردىڭىز
cases-entry-question = سوئال سورىدىڭىز
cases-entry-reply = جاۋاب
cases-entry-escalation = بېجىرىش كېچىكتى
cases-entry-put-aside = تارماق تېخى تاپشۇرۇۋالمىدى
cases-entry-unknown = بۇ نەشر تونۇمايدىغان مەزمۇن
cases-entry-document = سىزنىڭ بىر كىنىشكىڭىز
# Variables: $name (text) - a file's name, $size (text) - its size
cases-entry-file = { $name } ({ $size })
cases-party-person = سىز دېگەن
cases-party-department = تارماق دېگەن
cases-party-platform = سۇپا دېگەن
cases-party-unknown = باشقىلار دېگەن
cases-act-answer = جاۋابىڭىز
cases-act-answer-words = قوشۇمچە چۈشەندۈرۈش
cases-act-answer-send = جاۋابنى يوللاش
cases-act-add = مەزمۇن قوشۇش
cases-act-add-body = قوشقانلىرىڭىز بېجىرىۋاتقان تارماققا ئەۋەتىلىدۇ.
cases-act-add-words = مەزمۇننى چۈشەندۈرۈش
cases-act-add-send = ئىشقا قوشۇش
cases-act-ask = تارماقتىن سوراش
cases-act-ask-body = تارماق سوئالىڭىزنى بۇ ئىش بىلەن بىللە ئوقۇيدۇ. جاۋابى مۇشۇ يەردە ۋە ئۇچۇرلاردا كۆرۈنىدۇ.
cases-act-ask-words = سوئالىڭىز
cases-act-ask-send = سوئالنى يوللاش
cases-act-withdraw = ئىشنى قايتۇرۇۋېلىش
cases-act-withdraw-body = تارماق بېجىرىشنى توختىتىدۇ. تۆلىگەن پۇل ۋە تاپشۇرغان مەزمۇن ئەمەلدىن قالمايدۇ، كېيىن قايتا تاپشۇرالايسىز.
    .simple = تارماق بېجىرمەيدۇ. كېيىن يەنە تاپشۇرسىڭىز بولىدۇ.
cases-act-withdraw-words = سەۋەبى
cases-act-withdraw-send = ھازىر قايتۇرۇۋېلىش
cases-act-appeal = قارارغا نارازىلىق بىلدۈرۈش
cases-act-appeal-body = تارماق يەنە بىر قېتىم كۆرۈپ چىقىدۇ. ھەر بىر ئىشتا پەقەت بىر قېتىم نارازىلىق بىلدۈرەلەيسىز، سەۋەبىنى تولۇق يېزىڭ.
    .simple = نەتىجە خاتامۇ؟ سەۋەبىنى يېزىڭ، تارماق يەنە بىر قېتىم كۆرىدۇ.
cases-act-appeal-words = قارار نېمىشقا خاتا
cases-act-appeal-send = نارازىلىقنى يوللاش
cases-act-cancel = بىكار قىلىش
cases-act-again = ئۆزگەرتىپ قايتا يوللاش
cases-act-file = ھۆججەت ياكى سۈرەت
cases-act-documents = كىنىشكىلىرىڭىز
cases-act-no-document = بۇ ئۈسكۈنىدە كۈچكە ئىگە بۇنداق كىنىشكە يوق.
    .simple = بۇ كىنىشكە تېلېفوندا يوق.
cases-act-missing-words = دېمەكچى بولغىنىڭىزنى يېزىڭ
# Variables: $label (text) - what is asked for
cases-act-missing-answer = تولدۇرۇڭ: { $label }
# Variables: $label (text) - what is asked for
cases-act-missing-file = ھۆججەت تاللاڭ: { $label }
# Variables: $label (text) - what is asked for
cases-act-missing-document = كىنىشكە تاللاڭ: { $label }
# Variables: $most (number) - the most characters
cases-act-fewer-words = ھەر بىرىگە ئەڭ كۆپ { $most } ھەرپ يېزىڭ
# Variables: $what (text) - what the person does, $reference (text) - the case's reference
cases-outgoing-act = { $what }، ئىش { $reference }
cases-rate-reasons = ئاساسلىقى قايسى جەھەتتىن؟
cases-rate-anonymous = تارماققا قايسى ئىش ئىكەنلىكىنى ئېيتماڭ
cases-reason-fast = تېز بېجىرىلدى
cases-reason-clear = قانداق قىلىش ئېنىق
cases-reason-friendly = پوزىتسىيەسى ياخشى
cases-reason-nothing-asked-twice = قايتا-قايتا سورالمىدى
cases-reason-slow = ئاستا بېجىرىلدى
cases-reason-unclear = قانداق قىلىش ئېنىق ئەمەس
cases-reason-unfriendly = پوزىتسىيەسى ناچار
cases-reason-asked-twice = بىلىدىغاننى يەنە سورىدى
cases-reason-decision-unexplained = قارارنىڭ سەۋەبى چۈشەندۈرۈلمىدى
cases-reason-technical-trouble = ئەپ ياكى تور خاتالاشتى
cases-follow-up = باھايىڭىز قانداق بىر تەرەپ قىلىندى
# Variables: $day (text) - a date
cases-follow-up-open = تارماقنىڭ ئەڭ كېچىككەن جاۋاب ۋاقتى: { $day }
# Variables: $day (text) - a date
cases-follow-up-late = { $day } ئۆتۈپ كەتتى، تارماق تېخى جاۋاب بەرمىدى.
cases-follow-up-appealed = سۇپا باشقۇرغۇچىسى تەكشۈرۈۋاتىدۇ.
cases-follow-up-closed = بىر تەرەپ قىلىش تاماملاندى.
# Variables: $words (text) - the person's own words
cases-follow-up-objection = نارازىلىق بىلدۈردىڭىز: { $words }
cases-follow-up-objected = جاۋابقا بولغان نارازىلىقىڭىز
# Variables: $words (text) - the operator's words
cases-follow-up-operator = سۇپا باشقۇرغۇچىسىنىڭ جاۋابى: { $words }
# Variables: $words (text) - the department's words
cases-follow-up-exclusion = تارماق باھايىڭىزنى ھېسابقا ئالماسلىقنى سورىدى، سەۋەبى: { $words }
cases-follow-up-excluded = باھايىڭىز ھېسابقا ئېلىنمىدى.
cases-follow-up-on-its-way = نارازىلىقىڭىز بۇ ئۈسكۈنىدە ساقلاندى، تېزدىن يوللىنىدۇ.
cases-follow-up-object = بۇ جاۋاب ئەمەس
cases-follow-up-why = نېمىشقا جاۋاب ئەمەس
