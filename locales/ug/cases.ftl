cases-title = ئىشلىرىم
cases-gone = بۇنداق ئىش يوق
cases-history = جەريانى
# Variables: $reference (text) - the case's reference
cases-reference = نومۇرى: { $reference }
# Variables: $day (text) - a date
cases-promised = ۋەدە قىلىنغان ۋاقىت: { $day }
# Variables: $count (number) - how many applications wait
cases-waiting = { $count ->
    [one] 1 ئىش تورنى ساقلاۋاتىدۇ
   *[other] { $count } ئىش تورنى ساقلاۋاتىدۇ
}
cases-state-received = تاپشۇرۇۋېلىندى
cases-state-accepted = قوبۇل قىلىندى
cases-state-refused = قوبۇل قىلىنمىدى
cases-state-correction-asked = تۈزىتىش تەلەپ قىلىندى
cases-state-review = تەكشۈرۈلۈۋاتىدۇ
cases-state-approved = تەستىقلاندى
cases-state-rejected = تەستىقلانمىدى
cases-state-delivered = يەتكۈزۈلدى
cases-state-closed = تاماملاندى
cases-state-withdrawn = قايتۇرۇۋېلىندى
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
