# Bus card: balance, topping up, lines and next buses.

## The card

bus-card-title = ئاپتوبۇس كارتىڭىز
bus-card-balance = قالغان پۇل
bus-card-number = كارتا نومۇرى
bus-card-loading = كارتىڭىز يۈكلىنىۋاتىدۇ.
bus-card-load = كارتامنى كۆرۈش
bus-refresh = يېڭىلاش
bus-top-up = پۇل قاچىلاش
bus-trips-title = يېقىنقى سەپەرلەر
bus-trips-show = يېقىنقى سەپەرلەرنى كۆرۈش
bus-trips-none = تېخى سەپەر خاتىرىسى يوق.
# Variables: $line (text) - name of the line
bus-trip-line = { $line }-يول
bus-lines-link = يوللار ۋە كېيىنكى ئاپتوبۇس
bus-lines-link-detail = كېيىنكى ئاپتوبۇس قاچان كېلىدىغانلىقىنى كۆرۈڭ
bus-to-card = كارتىغا قايتىش

## A payment that is not on the card yet

bus-receipt-waiting = پۇل تۆلىدىڭىز، لېكىن پۇل تېخى كارتىغا چۈشمىدى. خاتىرجەم بولۇڭ، تۆلەش ئىسپاتى بۇ تېلېفوندا ساقلاندى.
    .simple = پۇل تۆلىدىڭىز، پۇل تېخى كارتىغا چۈشمىدى. پۇل يوقالمايدۇ.
bus-receipt-redeem = ھازىر كارتىغا قاچىلاش
bus-receipt-redeeming = پۇل كارتىغا قاچىلىنىۋاتىدۇ.
bus-receipt-recovered = ئىلگىرى تۆلىگەن پۇل كارتىڭىزغا قاچىلاندى.

## Topping up

bus-top-up-title = ئاپتوبۇس كارتىسىغا پۇل قاچىلاش
bus-amount-label = قانچە پۇل قاچىلايسىز؟
bus-amount-hint = تۆلىگەن ھامان كارتىغا چۈشىدۇ
bus-amount-error = قاچىلايدىغان سوممىنى تاللاڭ
bus-continue = داۋاملاشتۇرۇش
bus-bill-title = پۇل تۆلەش
bus-bill-purpose = ئاپتوبۇس كارتىسىغا پۇل قاچىلاش
bus-bill-line = كارتىغا چۈشىدىغىنى
bus-bill-once = مەسىلە چىقسا، خاتىرجەم قايتا سىناڭ: بۇ ھېساب پەقەت بىر قېتىم تۆلىنىدۇ.
    .simple = بولمىسا قايتا سىناڭ. پۇل پەقەت بىر قېتىم تۆلىنىدۇ.
bus-bill-paying = پۇل تۆلىنىۋاتىدۇ.
bus-topped-up-title = پۇل قاچىلاندى
bus-topped-up-confirmation = پۇل كارتىغا چۈشتى
# Variables: $balance (money) - what is on the card now
bus-topped-up-balance = ھازىر { $balance } پۇلىڭىز بار.
bus-topped-up-use = كېيىنكى ئاپتوبۇستا ئىشلىتەلەيسىز.

## Lines

bus-lines-title = يوللار ۋە كېيىنكى ئاپتوبۇس
bus-lines-query = يول ياكى بېكەت
bus-lines-query-hint = مەسىلەن 7 ياكى «ۋوگزال»؛ بوش قويسىڭىز ھەممە يول كۆرۈنىدۇ
    .simple = مەسىلەن 7. ھېچنېمە يازمىسىڭىز، ھەممە لىنىيە چىقىدۇ.
bus-lines-search = ئىزدەش
bus-lines-searching = يوللار ئىزدىلىۋاتىدۇ.
bus-lines-found = تېپىلغان يوللار
bus-lines-none = بۇنداق يول ياكى بېكەت تېپىلمىدى. ئازراق ھەرپ يېزىپ سىناڭ.
# Variables: $from (text) - first stop, $to (text) - last stop
bus-lines-way = { $from } دىن { $to } غا
# Variables: $name (text) - name of the line
bus-line-title = { $name }: كېيىنكى ئاپتوبۇس
bus-stops-caption = ھەر بېكەتتىكى كېيىنكى ئاپتوبۇس
bus-stops-column-stop = بېكەت
bus-stops-column-next = كېيىنكىسى
bus-stops-column-after = ئۇنىڭدىن كېيىنكىسى
bus-stops-loading = كېلىش ۋاقتى يۈكلىنىۋاتىدۇ.
bus-stops-none = بۇ يولدا ھازىر ئاپتوبۇس يوق.
bus-lines-other = باشقا يوللار
# Variables: $minutes (number) - minutes until the bus comes
bus-minutes = { $minutes ->
    [one] { $minutes } مىنۇت
   *[other] { $minutes } مىنۇت
}
bus-minutes-now = كېلىپ قالدى
bus-minutes-none = يوق

## When something stands in the way

bus-trouble-sign-in = ئالدى بىلەن كىرىڭ.
bus-trouble-declined = قوشۇلمىدىڭىز، شۇڭا پۇل تۆلەنمىدى.
bus-trouble-forbidden = بۇ يەردە بۇنداق قىلغىلى بولمايدۇ.
bus-trouble-too-often = قىسقا ۋاقىتتا بەك كۆپ سىنالدى. بىر مىنۇت ساقلاپ قايتا سىناڭ.
    .simple = بىر مىنۇت ساقلاڭ. ئاندىن قايتا سىناڭ.
bus-trouble-offline = ھازىر تور يوق. تورغا ئۇلانغاندا قايتا سىناڭ.
    .simple = ھازىر تور يوق. سەل تۇرۇپ قايتا سىناڭ.
bus-trouble-unavailable = ھازىر بېجىرگىلى بولمىدى. بىر نەچچە مىنۇتتىن كېيىن قايتا سىناڭ ياكى 12328 گە تېلېفون قىلىڭ.
    .simple = ھازىر بولمىدى. سەل تۇرۇپ قايتا سىناڭ ياكى 12328 گە تېلېفون قىلىڭ.
# Variables: $words (text) - what the transport department said
bus-trouble-objection = قاتناش تارمىقىنىڭ جاۋابى: { $words }
bus-trouble-objection-unsaid = قاتناش تارمىقى بۇنى بېجىرەلمىدى، سەۋەبىنىمۇ ئېيتمىدى. يەنە شۇنداق بولسا 12328 گە تېلېفون قىلىڭ.
    .simple = بولمىدى، نېمىشقىلىقىنى دېمىدى. يەنە شۇنداق بولسا 12328 گە تېلېفون قىلىڭ.

## The card for home

bus-widget-title = ئاپتوبۇس كارتىسى
bus-widget-low = پۇل ئاز قالدى، بالدۇرراق قاچىلاڭ
bus-widget-receipt = بىر تۆلەم تېخى كارتىغا چۈشمىدى
# Variables: $line (text) - name of the line, $fare (money) - what the trip cost
bus-widget-trip = يېقىنقى سەپەر: { $line }-يول، { $fare }
