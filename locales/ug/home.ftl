home-greeting = ياخشىمۇسىز
# Variables: $name (text) - the person's name
home-greeting-name = ياخشىمۇسىز، { $name }
home-no-region = رايون تېخى تاللانمىدى
home-search = مۇلازىمەت ئىزدەش
home-high-demand = كۆپ ئىشلىتىلىدۇ
home-cases = ئىشلىرىم
home-cases-all = بارلىق ئىشلىرىم
home-cases-empty = تېخى ئىش يوق
home-cases-empty-body = بىرەر ئىشنى ئىلتىماس قىلغاندىن كېيىن، ئۇنى بۇ يەردە كۆزىتەلەيسىز.
home-documents = گۇۋاھنامىلىرىم
home-documents-all = بارلىق گۇۋاھنامىلىرىم
home-documents-empty = تېخى گۇۋاھنامە يوق
home-documents-empty-body = تارماقلار بەرگەن گۇۋاھنامىلەر بۇ يەردە ساقلىنىدۇ، تور بولمىسىمۇ كۆرگىلى بولىدۇ.
# Variables: $region (text) - the person's region
home-local = { $region } مۇلازىمەتلىرى
home-local-label = يەرلىك مۇلازىمەتلەر
home-seniors = چوڭلار نۇسخىسىنى ئىشلىتىش (چوڭ خەت)
home-everything-else = قالغان ھەممىسى
home-draft-title = بۇ ئىشنى قىلىۋاتاتتىڭىز
home-draft-kicker = كېيىنكى قەدەم
home-draft-go-on = داۋاملاشتۇرۇش
home-draft-not-now = ھازىرچە ياق
search-title = مۇلازىمەت ئىزدەش
search-empty = نېمە ئىش قىلماقچى؟
search-empty-body = خەنزۇچە، پىنيىن، باش ھەرپ ياكى ئىنگلىزچە يېزىڭ، مەسىلەن «社保卡»، «shebaoka» ياكى «sbk».
search-none = ھېچنېمە تېپىلمىدى
search-none-body = باشقا سۆز بىلەن سىناڭ، ياكى مۇلازىمەتلەرنى تۈرى بويىچە كۆرۈڭ.
search-none-services = بارلىق مۇلازىمەتلەرنى كۆرۈش
# Variables: $correction (text) - what was searched for
search-corrected = «{ $correction }» بويىچە ئىزدەلدى.
# Variables: $typed (text) - what was typed
search-as-typed = يەنىلا «{ $typed }» بويىچە ئىزدەش
search-results = تېپىلغان مۇلازىمەتلەر
search-chosen = تەھرىرلەر تاللىغان
search-parts = بۇ ئۈسكۈنىدە ھەممە كىشىگە ۋە سىزنىڭ رايونىڭىزغا تەمىنلىنىدىغان مۇلازىمەتلەر بار.
search-parts-whole = بارلىق رايونلاردىن ئىزدەش
search-parts-coming = باشقا رايونلارنىڭ مۇلازىمەتلىرى ئېلىنىۋاتىدۇ، داۋاملاشتۇرسىڭىز بولىدۇ.
# Variables: $count (number) - how many regions
services-parts-behind = { $count ->
    [one] بىر رايوننىڭ ئەڭ يېڭى مۇلازىمەتلىرىنى ئالغىلى بولمىدى. سەل تۇرۇپ قايتا ئېلىنىدۇ، قالغانلىرى بار.
   *[other] { $count } رايوننىڭ ئەڭ يېڭى مۇلازىمەتلىرىنى ئالغىلى بولمىدى. سەل تۇرۇپ قايتا ئېلىنىدۇ، قالغانلىرى بار.
}
services-parts-nation-behind = ھەممە كىشىگە تەمىنلىنىدىغان مۇلازىمەتلەر يېڭىلانمىدى. سەل تۇرۇپ قايتا ئېلىنىدۇ، ھازىر كۆرگىنىڭىز بۇرۇنقىسى.
# Variables: $count (number) - how many
search-others = مۇناسىۋەتلىك بولۇشى مۇمكىن بولغان يەنە { $count } تۈر
search-others-list = مۇناسىۋەتلىك بولۇشى مۇمكىن بولغان مۇلازىمەتلەر
# Variables: $count (number) - how many services were found
search-count = { $count ->
    [one] 1 مۇلازىمەت تېپىلدى
   *[other] { $count } مۇلازىمەت تېپىلدى
}
home-cards = كارتىلىرىم
# Variables: $time (text) - when the card was made
home-card-as-of = { $time } دىكى ھالىتى
# Variables: $name (text) - what the card is about
home-card-remove = «{ $name }» نى باش بەتتىن ئېلىۋېتىش
home-card-sign-in = كۆرۈش ئۈچۈن كىرىڭ.
home-next-correct = سىزدىن تۈزىتىش تەلەپ قىلىندى
home-next-correct-go = نېمە تەلەپ قىلىنغانلىقىنى كۆرۈش
home-next-ends = بىر گۇۋاھنامىنىڭ مۇددىتى توشاي دەپ قالدى
home-next-ended = بىر گۇۋاھنامىنىڭ مۇددىتى ئۆتۈپ كەتتى
home-next-look = كۆرۈپ بېقىش
home-next-rate = بۇ ئىش پۈتتى. قانداق بولدى؟
home-cards-arrange = كارتىلارنى رەتلەش
home-cards-arranged = رەتلەپ بولدۇم
# Variables: $name (text) - what the card is about
home-card-forward = «{ $name }» نى ئالدىغا يۆتكەش
# Variables: $name (text) - what the card is about
home-card-backward = «{ $name }» نى كەينىگە يۆتكەش
home-codes = كود كۆرسىتىش
home-life-events = تۇرمۇشتىكى چوڭ ئىشلار
home-life-events-all = بارلىق چوڭ ئىشلار
# Variables: $count (number) - how many messages are new
home-messages = { $count ->
    [0] ئۇچۇرلار
   *[other] ئۇچۇرلار، { $count } يېڭى
}
messages-title = ئۇچۇرلار
messages-empty = تېخى ئۇچۇر يوق
messages-empty-body = ئىشىڭىزدا ئىلگىرىلەش بولسا، گۇۋاھنامە بېرىلسە ياكى مۇددىتى توشاي دېسە، بۇ يەردە ئۇقتۇرۇلىدۇ.
messages-new = يېڭى
messages-document-issued = سىزگە بېرىلدى
search-before = ئىلگىرى ئىزدىگەنلەر
# Variables: $question (text) - what was searched for
search-forget = «{ $question }» نى ئۆچۈرۈش
search-forget-all = ئىزدەش خاتىرىسىنى تازىلاش
search-answer = ئەڭ ماس كەلگىنى
search-answer-more = ئادەتتە بىللە بېجىرىلىدىغانلار:
search-answer-open = بۇ مۇلازىمەتنى ئېچىش
# Variables: $time (text) - when the catalogue was read
search-answer-source = يۇقىرىقى مەزمۇن مۇلازىمەت مۇندەرىجىسىنىڭ ئەسلى تېكىستى ({ $time }).
messages-reminders = ئەسكەرتىشلەر
messages-reminder-details = مۇلازىمەتنى «بارماق ئۇچى» دا ئېچىڭ.
messages-reminder-open = مۇلازىمەتنى ئېچىش
messages-reminder-calendar = كالېندارىمغا قوشۇش
messages-reminder-remove = ئەسكەرتىشنى ئۆچۈرۈش
