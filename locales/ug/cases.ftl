cases-title = ئىشلىرىم
cases-gone = بۇنداق ئىش يوق
cases-history = جەريانى
# Variables: $reference (text) - the case's reference
cases-reference = نومۇرى: { $reference }
# Variables: $day (text) - a date
cases-promised = ۋەدە قىلىنغان ۋاقىت: { $day }
    .simple = پۈتىدىغان ۋاقىت: { $day }
# Variables: $count (number) - how many applications wait
cases-waiting = { $count ->
    [one] 1 ئىش تورنى ساقلاۋاتىدۇ
   *[other] { $count } ئىش تورنى ساقلاۋاتىدۇ
}
    .simple = { $count } ئىلتىماس تېخى يوللانمىدى. تور بولسا ئۆزى يوللىنىدۇ.
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
