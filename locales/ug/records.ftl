records-title = گۇۋاھنامىلىرىم
records-holder = ئىگىسى
records-number = نومۇرى
# Variables: $day (text) - a date
records-valid-until = { $day } گىچە كۈچكە ئىگە
# Variables: $time (text) - when it was true
records-as-of = { $time } دىكى ھالىتى
records-gone = بۇنداق گۇۋاھنامە يوق
records-code-body = خىزمەتچى سىكاننېرلىسۇن. تور بولمىسىمۇ كۆرسەتكىلى بولىدۇ.
verify-title = باشقىلارنىڭ گۇۋاھنامىسىنى تەكشۈرۈش
verify-body = كودنى سۈرەتكە تارتىڭ ياكى سۈرەت، ھۆججەت تاللاڭ. تارماقنىڭ ئىمزاسى بويىچە تەكشۈرۈلىدۇ، ھېچنەرسە ساقلانمايدۇ.
verify-typed = كودنىڭ مەزمۇنىنى چاپلاش ياكى يېزىش
verify-code = كودنىڭ مەزمۇنى
verify-code-hint = سىكاننېر بىلەن ئوقۇڭ ياكى ئوقۇلغاننى بۇ يەرگە چاپلاڭ.
verify-go = تەكشۈرۈش
verify-failed = بۇ گۇۋاھنامىنىڭ راستلىقىنى جەزملەشتۈرگىلى بولمىدى
# Variables: $department (text) - who issued it
verify-genuine = راست، { $department } تەرىپىدىن بېرىلگەن
# Variables: $department (text) - who issued it
verify-ended = { $department } تەرىپىدىن بېرىلگەن، ئەمما مۇددىتى ئۆتكەن
verify-compare = ئادەم بىلەن سېلىشتۇرۇڭ. بۇنىڭدىن ھېچنېمە ساقلانمايدۇ.
payments-title = تۆلەملەر ۋە تالونلار
payments-none = تېخى پۇل تۆلەنمىگەن
payments-none-body = بۇ يەردىكى مۇلازىمەتلەر ئارقىلىق تۆلىگەن پۇلىڭىز تالونى بىلەن ساقلىنىدۇ.
payments-gone = بۇ يەردە بۇنداق تۆلەم يوق
payments-receipt = تالون
payments-amount = سوممىسى
payments-at = تۆلەنگەن ۋاقىت
payments-through = قايسى تارماقنىڭ مۇلازىمىتى
payments-bill = ھېسابات نومۇرى
payments-number = تۆلەم نومۇرى
payments-copy = تۆلەم نومۇرىنى كۆچۈرۈش
payments-print = بېسىش ياكى PDF قىلىپ ساقلاش
records-more = باشقىلار
