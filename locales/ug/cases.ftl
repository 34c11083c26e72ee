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
