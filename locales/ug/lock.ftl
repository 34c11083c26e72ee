lock-title = ئەپ قۇلۇپلانغان
lock-next = بۇ ئۈسكۈنىدىكى شەخسىي ئۇچۇرلىرىڭىزنى پارول بىلەن ئېچىڭ.
lock-pin = پارول
lock-open = ئېچىش
lock-forgotten = پارولنى ئۇنتۇپ قالدىڭىزمۇ؟ پارولسىز ھېچكىم بۇ ئۈسكۈنىدىكى ئۇچۇرلارنى ئاچالمايدۇ. ئىشلىرىڭىز سۇپىدىمۇ ساقلانغان: ئەپ سانلىق مەلۇماتىنى تازىلاپ، قايتا كىرىڭ.
# Variables: $least, $most (number) - how many digits
lock-pin-shape = پارول { $least } دىن { $most } غىچە رەقەم بولىدۇ.
lock-pin-weak = بۇ پارولنى تاپماق ئاسان، باشقا رەقەم تاللاڭ.
lock-pin-wrong = پارول توغرا ئەمەس.
# Variables: $time (text) - when the next one is tried
lock-pin-wait = خاتا پارول بەك كۆپ كىرگۈزۈلدى. { $time } دىن كېيىن قايتا سىناڭ.
lock-pin-other = ئىككى قېتىم كىرگۈزگەن ئوخشاش ئەمەس.
lock-settings = ئەپ قۇلۇپى
lock-settings-on = پارول بار. ئەپتىن بەش مىنۇت ئايرىلسىڭىز ئۆزى قۇلۇپلىنىدۇ.
lock-settings-off = پارول يوق: بۇ ئۈسكۈنىنى ئاچالايدىغان ھەرقانداق كىشى ئەپنىمۇ ئاچالايدۇ.
lock-pin-before = ھازىرقى پارول
lock-pin-new = يېڭى پارول
lock-pin-again = يېڭى پارولنى قايتا كىرگۈزۈڭ
lock-keep = پارولنى ساقلاش
lock-remove = پارولنى بىكار قىلىش
lock-choose = پارول تاللاش
lock-change = پارولنى ئۆزگەرتىش ياكى بىكار قىلىش
lock-now = ھازىر قۇلۇپلاش
