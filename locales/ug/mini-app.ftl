# What the shell itself says inside a mini-app's page.

# Variables: $current (number) - the step, $total (number) - how many steps there are
mini-app-step = { $total } قەدەمنىڭ { $current }-قەدىمى
mini-app-busy = بىر دەم ساقلاڭ، بېجىرىلىۋاتىدۇ
mini-app-optional = (ئىختىيارىي)
# Variables: $count (number) - errors on the page
mini-app-errors-title = { $count ->
    [one] تۈزىتىدىغان 1 يەر بار
   *[other] تۈزىتىدىغان { $count } يەر بار
}
mini-app-filled = كىملىك ئۇچۇرىڭىزدىن تولدۇرۇلدى. ئۆزگەرتەلەيسىز.
# Variables: $value (text) - what is filled in
mini-app-known-use = { $value } نى ئىشلىتىش
mini-app-known-identity = كىملىك ئۇچۇرىڭىزدىن
# Variables: $day (text) - the day, $service (text) - a service
mini-app-known-written = بۇنى { $day } «{ $service }» ئۈچۈن يازغانسىز
# Variables: $day (text) - the day
mini-app-known-written-day = بۇنى { $day } يازغانسىز
# Variables: $title (text) - what the document is called
mini-app-known-document = «{ $title }» ھۆججىتىڭىزدىكى نومۇر

mini-app-tone-neutral = ئىزاھات
mini-app-tone-information = ئەسكەرتىش
mini-app-tone-success = تامام
mini-app-tone-warning = دىققەت قىلىڭ
mini-app-tone-urgent = مۇھىم

mini-app-progress-not-started = باشلانمىدى
mini-app-progress-blocked = تېخى بولمايدۇ
mini-app-progress-in-progress = بېجىرىلىۋاتىدۇ
mini-app-progress-waiting-for-you = نۆۋەت سىزدە
mini-app-progress-done = تامام
mini-app-progress-problem = مەسىلە چىقتى

mini-app-confirm-cancel = قايتىش

mini-app-change = ئۆزگەرتىش
mini-app-not-given = يېزىلمىدى

mini-app-attribute-source = كىملىك ئۇچۇرىڭىزدىن
mini-app-attribute-not-shared = ئورتاقلاشمىدى

# Variables: $used (number) - characters typed, $most (number) - characters allowed
mini-app-text-count = { $most } ھەرپتىن { $used }
# Variables: $least (text) - a number
mini-app-number-least = ئەڭ ئاز { $least }
# Variables: $most (text) - a number or an amount
mini-app-number-most = ئەڭ كۆپ { $most }
# Variables: $least (text), $most (text) - numbers
mini-app-number-range = { $least } دىن { $most } گىچە
# The sign before an amount. Variables: $currency (text) - ISO 4217
mini-app-currency = { $currency ->
    [CNY] ¥
   *[other] { $currency }
}
mini-app-date-year = يىل
mini-app-date-month = ئاي
mini-app-date-day = كۈن
# Not shown: the order of the parts of a date, year-first or day-first
mini-app-date-order = year-first
# Variables: $count (number) - the most answers
mini-app-choose-at-most = ئەڭ كۆپ { $count } نى تاللاڭ

mini-app-select-choose = تاللاڭ
mini-app-select-filter = ئىزدەش ئۈچۈن يېزىڭ
mini-app-select-none = تېپىلمىدى. ئازراق ھەرپ يېزىپ سىناڭ.
# Variables: $shown (number) - answers shown, $found (number) - answers found
mini-app-select-count = { $found ->
    [one] بىر جاۋاب
    [0] تېپىلمىدى. ئازراق ھەرپ يېزىپ سىناڭ.
   *[other] { $found } جاۋابتىن { $shown } ى كۆرسىتىلدى
}

mini-app-file-choose = ھۆججەت تاللاش
mini-app-file-camera = رەسىمگە تارتىش
mini-app-file-none = ھۆججەت تاللانمىدى
# Variables: $count (number) - the most files, $size (text) - the largest size of each
mini-app-file-limits = { $count ->
    [one] بىر ھۆججەت، ئەڭ چوڭ { $size }
   *[other] ئەڭ كۆپ { $count } ھۆججەت، ھەر بىرى ئەڭ چوڭ { $size }
}
# Variables: $name (text) - the file's name
mini-app-file-remove = { $name } نى ئېلىۋېتىش
# Variables: $name (text) - the file, $size (text) - its size, $limit (text) - the largest size
mini-app-file-too-large = { $name } ({ $size }) قوبۇل قىلىنمىدى: بىر ھۆججەت { $limit } دىن ئاشمىسۇن.
    .simple = { $name } بەك چوڭ ({ $size }). ئەڭ كۆپ بولغاندا { $limit }.
# Variables: $name (text) - the file, $size (text) - its size, $limit (text) - what all may have
mini-app-file-too-much = { $name } ({ $size }) قوبۇل قىلىنمىدى: بۇ جەدۋەلدىكى بارلىق ھۆججەتلەر جەمئىي { $limit } دىن ئاشمىسۇن.
    .simple = { $name } ({ $size }) سىغمايدۇ. ھەممىسى جەمئىي { $limit }.
# Variables: $name (text) - the file, $count (number) - the most files
mini-app-file-too-many = { $name } قوبۇل قىلىنمىدى: ئەڭ كۆپ بولغاندا { $count } ھۆججەت تاللاڭ.
# Variables: $name (text) - the file
mini-app-file-other-kind = { $name } قوبۇل قىلىنمىدى: ھۆججەتنىڭ تۈرى باشقا.
# Variables: $name (text) - the file
mini-app-file-unreadable = { $name } نى بۇ ئۈسكۈنىدىن ئوقۇغىلى بولمىدى. قايتا تاللاڭ.
# Variables: $size (text) - a number
mini-app-file-size-kilobytes = { $size } KB
# Variables: $size (text) - a number
mini-app-file-size-megabytes = { $size } MB

mini-app-records-none = بۇ يەردە تېخى ھېچنېمە يوق
mini-app-records-more = تېخىمۇ كۆپ كۆرسىتىش
# Variables: $shown (number) - rows shown, $total (number) - rows in all
mini-app-records-count = { $total } دىن { $shown }

mini-app-credential-holder = ئىگىسى
mini-app-credential-number = نومۇرى
mini-app-code-too-much = مەزمۇن بەك كۆپ، كامېرا ئوقۇيالايدىغان كود چىقمايدۇ. نومۇرنى كۆرسىتىڭ ياكى ھۆججەتنىڭ ئۆزىنى يوللاڭ.
mini-app-credential-code = كود
# Variables: $date (text) - a date
mini-app-credential-valid-until = { $date } گىچە كۈچكە ئىگە

mini-app-chart-table = جەدۋەل بىلەن كۆرسىتىش
mini-app-chart-category = تۈر

# Variables: $payee (text) - who is paid
mini-app-bill-payee = { $payee } غا
mini-app-bill-total = تۆلەيدىغان سومما
# Variables: $amount (text) - an amount with its currency
mini-app-bill-pay = { $amount } تۆلەش

mini-app-confirmation-reference = نومۇرىڭىز
mini-app-confirmation-copy = كۆچۈرۈش
mini-app-confirmation-copied = كۆچۈرۈلدى
mini-app-confirmation-copy-failed = كۆچۈرگىلى بولمىدى. تېكىستنى تاللاپ قولدا كۆچۈرۈڭ.
mini-app-confirmation-next = كېيىن نېمە بولىدۇ
mini-app-confirmation-kept = بىر ھۆججەت گۇۋاھنامىلىرىڭىزدا ساقلاندى.

# Variables: $label (text) - what repeats, $number (number) - which one
mini-app-repeat-item = { $label } { $number }
# Variables: $item (text) - which one
mini-app-repeat-remove = { $item } نى ئېلىۋېتىش
mini-app-address-region = ئۆلكە، شەھەر ياكى رايون
mini-app-address-rest = كوچا، بىنا ۋە ئىشىك نومۇرى
mini-app-place-hint = خەرىتىدىكىدەك كەڭلىك ۋە ئۇزۇنلۇق: 23.1291, 113.2644
mini-app-place-here = ھازىر تۇرغان يېرىمنى ئىشلىتىش
mini-app-place-found = ئورنىڭىز تولدۇرۇلدى
mini-app-place-failed = ئورنىڭىز تېپىلمىدى. ئەپنىڭ ئورۇننى ئىشلىتىشىگە رۇخسەت قىلىڭ ياكى قولدا يېزىڭ.
# Variables: $count (number) - how many can still have it
mini-app-slot-left = { $count ->
    [one] بىر ئورۇن قالدى
   *[other] { $count } ئورۇن قالدى
}
mini-app-slot-full = توشتى
mini-app-slot-none = ھازىر ئالدىن زاكاز قىلغىلى بولمايدۇ. كېيىن قايتا سىناڭ.
# Variables: $number (number) - its number on the map, $label (text) - what stands there
mini-app-point = { $number }. { $label }
