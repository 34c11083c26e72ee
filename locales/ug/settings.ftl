me-title = مەن
me-mine = ئۇچۇرلىرىم
me-app = ئەپ تەڭشەكلىرى
me-help = ياردەم
# Variables: $time (text) - since when
me-signed-in = { $time } دە كىرگەن
me-signed-out = تېخى كىرمىدىڭىز. مۇلازىمەتلەرنى كۆرۈش ئۈچۈن كىرىش كېرەك ئەمەس.
me-sign-out = چىقىش
me-display = كۆرسىتىش ئۇسۇلى
me-display-normal = ئۆلچەملىك نۇسخا
me-scheme = يورۇق ياكى قاراڭغۇ
me-scheme-device = ئۈسكۈنىگە ئەگىشىدۇ
me-scheme-light = يورۇق
me-scheme-dark = قاراڭغۇ
me-contrast = سېلىشتۇرما
me-contrast-device = ئۈسكۈنىگە ئەگىشىدۇ
me-contrast-normal = ئۆلچەملىك سېلىشتۇرما
me-contrast-more = يۇقىرى سېلىشتۇرما
me-text = خەت چوڭلۇقى
me-text-own = نۇسخىغا ئەگىشىدۇ
me-text-large = چوڭ خەت
me-text-larger = تېخىمۇ چوڭ خەت
me-text-largest = ئەڭ چوڭ خەت
me-language = تىل
me-words = سۆزلەر
me-words-usual = ئادەتتىكى سۆزلەر
me-words-simple = ئاددىي سۆزلەر
me-consents = قوشۇلغانلىرىم
me-consents-empty = ھېچنېمىنى ئورتاقلىشىشقا قوشۇلمىدىڭىز
me-consent-revoke = قايتۇرۇۋېلىش
me-ledger = نېمە، قاچان ئورتاقلاشتى
me-ledger-empty = تېخى ھېچنېمە ئورتاقلاشمىدى
me-protection-key-store = ئاچقۇچلىرىڭىزنى سىستېمىنىڭ ئاچقۇچ ساندۇقى قوغدايدۇ.
me-protection-files = بۇ ئۈسكۈنىدە ئاچقۇچ ساندۇقى يوق: ئاچقۇچلىرىڭىز پەقەت سىزلا ئوقۇيالايدىغان ھۆججەتلەردە.
me-protection-memory = ئاچقۇچلىرىڭىز پەقەت ئىچكى ساقلىغۇچتا، تاقىغاندا ئۆچۈرۈلىدۇ.
# Variables: $count (number) - how many things the person agreed to
me-privacy-detail = { $count ->
    [0] ھېچنېمىگە قوشۇلمىدىڭىز
    [one] 1 ئىشقا قوشۇلدىڭىز
   *[other] { $count } ئىشقا قوشۇلدىڭىز
}
privacy-title = ئۇچۇرلىرىمنى كىم ئىشلەتتى
privacy-body = تارماقلار سىزنىڭ قايسى ئۇچۇرىڭىزنى ئالغانلىقى بۇ يەرگە يېزىلىدۇ. قوشۇلغانلىرىڭىزنى قايتۇرۇۋالالايسىز.
# Variables: $service (text) - the service that it was for
privacy-looked-up = سىز ئۈچۈن سۈرۈشتۈرۈلدى: { $service }
# Variables: $service (text) - what was handed in
privacy-handed-in = سىز تاپشۇرغان: { $service }
# Variables: $name (text) - for whom
privacy-acting-for = { $name } ئۈچۈن
# Variables: $service (text) - the service that it was for
privacy-documents = كۆرسىتىلگەن گۇۋاھنامە: { $service }
# Variables: $service (text) - the service that it was for
privacy-paid = تۆلەنگەن پۇل: { $service }
# Variables: $service (text) - the service that it was for
privacy-region = سىز تۇرغان رايون: { $service }
# Variables: $service (text) - the service that it was for
privacy-opened = بۇ مۇلازىمەتتىن ئېچىلدى: { $service }
# Variables: $name (text) - the person's name for a file
privacy-file = ھۆججەت { $name }
privacy-place = خەرىتىدىن تاللانغان ئورۇن
privacy-text = بىر تېكىست
    .simple = بۇ يەردە كىم سىزنىڭ قايسى ئۇچۇرىڭىزنى ئالغانلىقى يېزىلغان. قوشۇلغانلىرىڭىزنى قايتۇرۇۋالالايسىز.
me-window = يەنە بىر كۆزنەك ئېچىش
data-title = ئۇچۇرلىرىمنى ئېلىپ كېتىش ياكى ئۆچۈرۈش
data-export-body = ئىشلىرىڭىز، گۇۋاھنامىلىرىڭىز، قوشۇلغانلىرىڭىز ۋە خاتىرىلەر چۈشۈرۈش قىسقۇچىدىكى بىر ھۆججەتكە يېزىلىدۇ. ئۇ شىفىرلانمىغان: ياخشى ساقلاڭ.
data-export = ھۆججەت قىلىپ ساقلاش
data-delete = بۇ ئۈسكۈنىدىن ھەممىنى ئۆچۈرۈش
data-delete-sure = ھەممىنى راستتىنلا ئۆچۈرەمسىز؟
data-delete-body = تاپشۇرۇلمىغان جەدۋەللەر يوقىلىدۇ، ھېساباتتىن چىقىسىز. ئىشلار ۋە گۇۋاھنامىلەر تارماقلاردا قالىدۇ، قايتا كىرسىڭىز كېلىدۇ؛ كىمگە نېمە بېرىلگەنلىكىنىڭ خاتىرىسى پەقەت بۇ ئۈسكۈنىدە، ئۇ يوقىلىدۇ.
# Variables: $count (number) - how many items were not sent yet
data-delete-waiting = { $count ->
   *[other] { $count } نەرسە تېخى ئەۋەتىلمىدى، ئۇمۇ يوقىلىدۇ.
}
data-delete-keep = ساقلاپ قېلىش
data-delete-yes = ھەممىنى ئۆچۈرۈش
data-deleting = ھەممە نەرسىڭىز بۇ ئۈسكۈنىدىن ئۆچۈرۈلۈۋاتىدۇ …
me-mode = ھالەت
settings-language = تىل ۋە رايون
settings-messages = ئۇقتۇرۇشلار
settings-messages-body = چاقىرمايدىغانلىرى ئۇچۇرلار ئىچىدە قالىدۇ. خەتەر ئاگاھلاندۇرۇشى ھەمىشە چاقىرىدۇ.
settings-messages-kinds = قايسىلىرى مېنى چاقىرىدۇ
settings-messages-cases = ئىشنىڭ ئىلگىرىلىشى
settings-messages-documents = يېڭى گۇۋاھنامە
settings-messages-endings = گۇۋاھنامە ۋاقتى توشۇشى
settings-security = بىخەتەرلىك ۋە ئۈسكۈنىلەر
settings-security-session = بۇ ئۈسكۈنە
# Variables: $time (text) - since when
settings-security-since = { $time } دىن باشلاپ كىرگەن
settings-security-elsewhere = بۇ پەقەت ئۇشبۇ ئۈسكۈنە ئۈچۈن. باشقىلىرىدىن شۇ يەردە چىقىڭ ياكى كىملىك مۇلازىمىتىدە توختىتىڭ.
settings-devices = كىرگەن ئۈسكۈنىلەر
settings-devices-body = تونۇمايدىغان ياكى يوقاتقان ئۈسكۈنە بولسا، بۇ يەردىن چىقىرىۋېتىڭ. ئۇ كېيىنكى قېتىم ئۇلانغاندا چىقىپ كېتىدۇ.
    .simple = ئۈسكۈنە يوقاپ كەتسە، بۇ يەردىن چىقىرىۋېتىڭ.
settings-devices-unnamed = ئىسىمسىز ئۈسكۈنە
settings-devices-this = بۇ ئۈسكۈنە
# Variables: $since (text) - when the person signed in there, $used (text) - when it was used last
settings-devices-times = كىرگەن ۋاقىت { $since }، ئەڭ ئاخىرقى ئىشلىتىلگەن ۋاقىت { $used }
# Variables: $name (text) - the device
settings-devices-end = { $name } نى چىقىرىۋېتىش
settings-security-keys = ئاچقۇچلار
settings-storage = ساقلاش ۋە ئۇچۇرلىرىم
storage-kept = بۇ ئۈسكۈنىدە ساقلانغىنى
storage-records = خاتىرىلىرىم
storage-records-detail = ئىشلار، گۇۋاھنامىلەر، ئارگىنال، شىفىرلانغان
storage-mini-apps = كىچىك ئەپلەر
storage-mini-apps-detail = تەكشۈرۈلگەن: تورسىزمۇ ئېچىلىدۇ
storage-prepared = تەييارلانغان كىچىك ئەپلەر
storage-prepared-detail = ئاچقاندا قايتا تەييارلىنىدۇ، بىر نەچچە سېكۇنت كېتىدۇ
storage-free = بوشلۇق چىقىرىش
about-title = ھەققىدە
about-body = Fingertip بارلىق تارماقلارنىڭ مۇلازىمىتىنى بىر يەرگە يىغىدۇ. ئۇ ئوچۇق كودلۇق، ئېلانسىز، ئۇچۇرىڭىزنى ساتمايدۇ.
about-version = نەشرى
about-standard = كىچىك ئەپ ئۆلچىمى
about-licence = ئىجازەت
settings-search = ئىزدەش
settings-search-body = ئىزدەش پەقەت مۇشۇ ئۈسكۈنىدە ئېلىپ بېرىلىدۇ، ئىزدىگىنىڭىز ھېچكىمگە ئېيتىلمايدۇ.
settings-search-memory = ئىزدەش خاتىرىسى
settings-search-remember = مۇشۇ ئۈسكۈنىدە ساقلاش
settings-search-forget = ساقلىماسلىق
settings-uses = كۆپ ئىشلىتىلىدىغان مۇلازىمەتلەر
settings-uses-count = ساناشقا قاتنىشىش
settings-uses-nothing = قاتناشماسلىق
settings-uses-body = ھەپتىدە بىر قېتىم بۇ ئۈسكۈنە سىز ئاچقان مۇلازىمەتلەردىن بىرنى (ياكى يوقلۇقىنى) ئېيتىدۇ، تەڭگە تاشلىغاندەك يېرىم ۋاقىتتا باشقىسىنى ئېيتىدۇ. ئىسمىڭىز ئەۋەتىلمەيدۇ. نېمە ئىشلەتكىنىڭىزنى ھېچكىم بىلەلمەيدۇ، باش بەت بولسا كۆپچىلىك ئىشلىتىدىغان مۇلازىمەتلەرنى كۆرسىتىدۇ.
settings-search-way = ئىزدەش ئۇسۇلى
settings-search-meaning = سۆز ۋە مەنىسى بويىچە
settings-search-words = پەقەت سۆز بويىچە
settings-search-parts = بۇ ئۈسكۈنىدە قايسى مۇلازىمەتلەر ساقلىنىدۇ
settings-search-parts-own = ھەممە كىشىگە ۋە مېنىڭ رايونۇمغا تەمىنلىنىدىغانلار
settings-search-parts-whole = بارلىق رايونلارنىڭكى

settings-answers = ئىلگىرى يازغانلىرىڭىز
settings-answers-body = جەدۋەل تاپشۇرغاندا تېلېفون نومۇرىڭىز، ئادرېسىڭىز قاتارلىقلار مۇشۇ ئۈسكۈنىدە ساقلىنىدۇ، شۇڭا قايتا يېزىشىڭىز ھاجەتسىز. سىز ئۆزىڭىز تولدۇرۇپ تاپشۇرمىغۇچە ھېچكىمگە بېرىلمەيدۇ.
settings-answers-memory = جەدۋەلگە يازغانلىرىڭىز
settings-answers-remember = مۇشۇ ئۈسكۈنىدە ساقلاش
settings-answers-forget = ساقلىماسلىق
settings-answers-none = تېخى ھېچنەرسە ساقلانمىدى
settings-answers-forget-all = ئىلگىرى يازغانلىرىمنىڭ ھەممىسىنى ئۆچۈرۈش
# Variables: $value (text) - what the person wrote
settings-answers-forget-one = { $value } نى ئۆچۈرۈش
settings-answers-other = باشقا جاۋاب
settings-messages-reminders = سىز قوشۇلغان ئەسكەرتىشلەر
