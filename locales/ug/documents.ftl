# Whether a document still holds
documents-valid = كۈچكە ئىگە
documents-withdrawn = بىكار قىلىنغان
documents-suspended = ۋاقىتلىق توختىتىلغان
documents-key-gone = تارماق ئەمدى ئېتىراپ قىلمايدۇ
documents-ended = مۇددىتى ئۆتكەن
documents-unclear = تارماقتىن سوراڭ
documents-unasked = تېخى تەكشۈرۈلمىگەن
# Variables: $time (text) - when the department was asked
documents-checked = ئاخىرقى قېتىم تەكشۈرۈلگەن ۋاقتى: { $time }
# Variables: $time (text) - when the department was asked last
documents-checked-before = ئاخىرقى قېتىم تەكشۈرۈلگەن ۋاقتى: { $time }. شۇنىڭدىن كېيىن تەكشۈرگىلى بولمىدى.
    .simple = بىز ئاخىرقى قېتىم { $time } دا سورىدۇق. كېيىن يەنە سورىيالمىدۇق.
documents-never-checked = تېخى تەكشۈرگىلى بولمىدى: تارماققا ئۇلىنالمىدى.
    .simple = تارماقتىن تېخى سورىيالمىدۇق. تورغا ئۇلىنىپ قايتا سىناڭ.

# Showing a document
documents-show = كودىنى كۆرسىتىش
documents-shown = كۆرسىتىش خاتىرىسى
documents-shown-never = تېخى كۆرسەتمىدىڭىز.
documents-shown-code = كود ئارقىلىق كۆرسىتىلدى
documents-shown-page = بېسىلدى ياكى بەت قىلىپ ساقلاندى
documents-shown-export = بارلىق سانلىق مەلۇماتلار بىلەن بىللە ئېلىندى
# Variables: $department (text) - who got it
documents-shown-given = { $department } غا تاپشۇرۇلدى
# Variables: $part (number) - which code, $count (number) - how many there are
documents-part = { $count } كودنىڭ { $part }-ى
documents-parts-body = بۇ گۇۋاھنامە بىر كودقا پاتمايدۇ. ھەر بىر كودنى سىكاننېرلىتىڭ، تەرتىپى مۇھىم ئەمەس.
    .simple = بۇ گۇۋاھنامىنىڭ بىر نەچچە كودى بار. ھەممىسىنى سىكاننېرلىتىڭ.
documents-part-before = ئالدىنقى كود
documents-part-next = كېيىنكى كود
documents-too-large = بۇ گۇۋاھنامە بەك چوڭ، كود بىلەن كۆرسەتكىلى بولمايدۇ. مۇلازىمەت ئارقىلىق تاپشۇرۇڭ.
    .simple = بۇ گۇۋاھنامە كودقا پاتمايدۇ. مۇلازىمەت ئارقىلىق تاپشۇرۇڭ.

# Checking somebody else's document
# Variables: $department (text) - who issued it
verify-withdrawn = { $department } تەرىپىدىن بېرىلگەن، ئەمما بىكار قىلىنغان
# Variables: $department (text) - who issued it
verify-suspended = { $department } تەرىپىدىن بېرىلگەن، ئەمما توختىتىلغان، ھازىر كۈچى يوق
# Variables: $department (text) - who issued it
verify-unclear = { $department } تەرىپىدىن بېرىلگەن. كۈچكە ئىگىمۇ-يوق، شۇ تارماقتىن سوراڭ.
# Variables: $department (text) - who issued it
verify-unasked = { $department } تەرىپىدىن بېرىلگەن، ئەمما ھازىر كۈچكە ئىگىمۇ-يوق تەكشۈرگىلى بولمىدى
    .simple = ئۇنى { $department } بەرگەن. ھازىرمۇ كۈچكە ئىگىمۇ، سورىيالمىدۇق.
# Variables: $scanned (number) - how many parts are there, $count (number) - how many there are
verify-parts = { $count } كودنىڭ { $scanned } ى ئوقۇلدى
verify-parts-body = ئەمدى كېيىنكى كودنى ئوقۇڭ، تەرتىپى مۇھىم ئەمەس.
verify-file = سۈرەت ياكى ھۆججەت
verify-file-hint = كودنىڭ سۈرىتى ياكى ئېكران كەسمىسى، ياكى مەزمۇنى بار ھۆججەت.
# Variables: $size (text) - the largest file
verify-file-limits = JPEG، PNG، WebP ياكى تېكىست، ئەڭ چوڭى { $size }
fault-photo-large = سۈرەت بەك چوڭ. كىچىكرەكىنى تاللاڭ.
    .simple = سۈرەت بەك چوڭ. كىچىكرەك تارتىڭ.
fault-photo-kind = بۇ ھۆججەتنى ئوقۇغىلى بولمايدۇ. سۈرەت (JPEG، PNG ياكى WebP) ياكى تېكىست تاللاڭ.
    .simple = بۇ ھۆججەتنى ئوقۇيالمىدۇق. سۈرەت تاللاڭ.
fault-photo-code = سۈرەتتە ئوقۇغىلى بولىدىغان كود يوق. كودنى پۈتۈن، تۈز ۋە ئېنىق قىلىپ قايتا تارتىڭ.
    .simple = سۈرەتتىن كود تاپالمىدۇق. كودنى ئېنىق قىلىپ قايتا تارتىڭ.
fault-no-document = بۇ گۇۋاھنامە ئەمەس. گۇۋاھنامە كودىنى قايتا سىكاننېرلاڭ.
    .simple = بۇ گۇۋاھنامە ئەمەس. كودنى قايتا سىكاننېرلاڭ.

# Taking along
take-out-print = بېسىش ياكى PDF قىلىپ ساقلاش
take-out-check = بۇ بەتنى تاپشۇرۇۋالغان كىشى تەكشۈرەلەيدۇ: ئەپتىكى «باشقىلارنىڭ گۇۋاھنامىسىنى تەكشۈرۈش» تە كودنى سىكاننېرلاڭ.
take-out-last-day = ئاخىرقى كۈنىنى كالېندارىمغا قوشۇش
# Variables: $title (text) - the document's title
take-out-last-day-title = ئاخىرقى كۈنى: { $title }
take-out-last-day-details = بۇ كۈندىن بۇرۇن يېڭىلاڭ.
take-out-promised-day = ۋەدە قىلىنغان كۈننى كالېندارىمغا قوشۇش
# Variables: $service (text) - what was asked for
take-out-promised-title = ۋەدە قىلىنغان كۈن: { $service }
# Variables: $file (text) - where it is
take-out-saved = { $file } قىلىپ ساقلاندى. ھۆججەتنى كالېندار بىلەن ئېچىڭ.
    .simple = كۈنىڭىز بۇ ھۆججەتتە: { $file }. كالېندار بىلەن ئېچىڭ.
