# Household bills: water, electricity and gas.

## The account

bills-account-title = ئۆي ھەقلىرى
bills-account-lead = ئۆيىڭىزنىڭ سۇ، توك ۋە گاز ھەققىنى كۆرۈڭ ھەم تۆلەڭ.
bills-account-label = ھېسابات نومۇرى
bills-account-hint = 10 خانىلىق سان، ئالدىنقى ھېساب تالونىدا بار، مەسىلەن 1020304050. ئاتا-ئانىڭىز ئۈچۈنمۇ تۆلىيەلەيسىز.
    .simple = 10 خانىلىق سان، ئالدىنقى ھېسابتا بار. ئاتا-ئانىڭىز ئۈچۈنمۇ تۆلىسىڭىز بولىدۇ.
bills-account-error = ھېسابات نومۇرىنى يېزىڭ، جەمئىي 10 خانىلىق
bills-look-up = ھېسابلارنى كۆرۈش
bills-looking-up = ھېسابلىرىڭىز يۈكلىنىۋاتىدۇ.

## The bills

bills-title = ئۆيىڭىزنىڭ ھېسابلىرى
# Variables: $count (number) - bills to pay, $total (money) - all of them
bills-due = { $count ->
    [one] تۆلەيدىغان بىر ھېساب بار: { $total }
   *[other] تۆلەيدىغان { $count } ھېساب بار: { $total }
}
bills-none = بۇ ھېساباتتا تۆلەيدىغان ھېساب يوق.
bills-all-paid = ھەممىسى تۆلەندى.
bills-supply-water = سۇ
bills-supply-power = توك
bills-supply-gas = گاز
bills-row-due = تۆلىنىدۇ
bills-row-paid = تۆلەندى
bills-other-account = باشقا ھېسابات

## Use

bills-usage-title = يېقىنقى 12 ئايدىكى ئىشلىتىش مىقدارى
bills-usage-show = 12 ئايدىكى ئىشلىتىشنى كۆرۈش
bills-usage-water = ئىشلىتىلگەن سۇ
bills-usage-power = ئىشلىتىلگەن توك
bills-usage-gas = ئىشلىتىلگەن گاز
bills-show-water = سۇنى كۆرۈش
bills-show-power = توكنى كۆرۈش
bills-show-gas = گازنى كۆرۈش
bills-unit-m3 = كۇب مېتىر
bills-unit-kwh = كىلوۋات سائەت
# Variables: $used (number) - cubic metres
bills-used-m3 = { $used } كۇب مېتىر
# Variables: $used (number) - kilowatt hours
bills-used-kwh = { $used } كىلوۋات سائەت
bills-month-short-01 = 1-ئاي
bills-month-short-02 = 2-ئاي
bills-month-short-03 = 3-ئاي
bills-month-short-04 = 4-ئاي
bills-month-short-05 = 5-ئاي
bills-month-short-06 = 6-ئاي
bills-month-short-07 = 7-ئاي
bills-month-short-08 = 8-ئاي
bills-month-short-09 = 9-ئاي
bills-month-short-10 = 10-ئاي
bills-month-short-11 = 11-ئاي
bills-month-short-12 = 12-ئاي
# Variables: $year (text) - four digits, $month (text) - m01 to m12
bills-month = { $month ->
    [m01] { $year }-يىلى 1-ئاي
    [m02] { $year }-يىلى 2-ئاي
    [m03] { $year }-يىلى 3-ئاي
    [m04] { $year }-يىلى 4-ئاي
    [m05] { $year }-يىلى 5-ئاي
    [m06] { $year }-يىلى 6-ئاي
    [m07] { $year }-يىلى 7-ئاي
    [m08] { $year }-يىلى 8-ئاي
    [m09] { $year }-يىلى 9-ئاي
    [m10] { $year }-يىلى 10-ئاي
    [m11] { $year }-يىلى 11-ئاي
   *[m12] { $year }-يىلى 12-ئاي
}

## One bill

bills-bill-title = ھېساب
bills-bill-gone = بۇ ھېساب ئەمدى يوق.
bills-bill-paid = بۇ ھېساب تۆلەندى.
bills-fact-supply = تۈرى
bills-fact-month = ئاي
bills-fact-used = ئىشلىتىلگىنى
bills-fact-paid = تۆلەنگەن ۋاقىت
bills-purpose-water = سۇ ھەققى
bills-purpose-power = توك ھەققى
bills-purpose-gas = گاز ھەققى
bills-once = مەسىلە چىقسا، خاتىرجەم قايتا سىناڭ: بۇ ھېساب پەقەت بىر قېتىم تۆلىنىدۇ.
    .simple = بولمىسا قايتا سىناڭ. پۇل پەقەت بىر قېتىم تۆلىنىدۇ.
bills-paying = پۇل تۆلىنىۋاتىدۇ.
bills-to-bills = ھېسابلارغا قايتىش
bills-paid-title = تۆلەندى
bills-paid-confirmation = ھېسابىڭىز تۆلەندى
bills-paid-next = ئاممىۋى ئىشلار مۇلازىمەت مەركىزى پۇلنى تاپشۇرۇۋالدى. بۇ ھېساب ئۈچۈن باشقا ئىش يوق.
    .simple = پۇل يەتتى. باشقا ئىش قىلىشىڭىز كېرەك ئەمەس.

## A payment that the utilities do not have yet

bills-receipt-waiting = پۇل تۆلىدىڭىز، لېكىن ئاممىۋى ئىشلار مۇلازىمەت مەركىزى تېخى بىلمەيدۇ. خاتىرجەم بولۇڭ، تۆلەش ئىسپاتى بۇ تېلېفوندا ساقلاندى.
    .simple = پۇل تۆلىدىڭىز، سۇ، توك، گاز تەرەپ تېخى بىلمەيدۇ. پۇل يوقالمايدۇ.
bills-receipt-redeem = ھازىر تاپشۇرۇش
bills-receipt-redeeming = تۆلەش ئىسپاتى تاپشۇرۇلۇۋاتىدۇ.

## When something stands in the way

bills-trouble-sign-in = ئالدى بىلەن كىرىڭ.
bills-trouble-declined = قوشۇلمىدىڭىز، شۇڭا پۇل تۆلەنمىدى.
bills-trouble-forbidden = بۇ يەردە بۇنداق قىلغىلى بولمايدۇ.
bills-trouble-too-often = قىسقا ۋاقىتتا بەك كۆپ سىنالدى. بىر مىنۇت ساقلاپ قايتا سىناڭ.
    .simple = بىر مىنۇت ساقلاڭ. ئاندىن قايتا سىناڭ.
bills-trouble-offline = ھازىر تور يوق. تورغا ئۇلانغاندا قايتا سىناڭ.
    .simple = ھازىر تور يوق. سەل تۇرۇپ قايتا سىناڭ.
bills-trouble-unavailable = ھازىر بېجىرگىلى بولمىدى. بىر نەچچە مىنۇتتىن كېيىن قايتا سىناڭ ياكى 12345 گە تېلېفون قىلىڭ.
    .simple = ھازىر بولمىدى. سەل تۇرۇپ قايتا سىناڭ ياكى 12345 گە تېلېفون قىلىڭ.
# Variables: $words (text) - what the utilities said
bills-trouble-objection = ئاممىۋى ئىشلار مۇلازىمەت مەركىزىنىڭ جاۋابى: { $words }
bills-trouble-objection-unsaid = ئاممىۋى ئىشلار مۇلازىمەت مەركىزى بۇنى بېجىرەلمىدى، سەۋەبىنىمۇ ئېيتمىدى. يەنە شۇنداق بولسا 12345 گە تېلېفون قىلىڭ.
    .simple = بولمىدى، نېمىشقىلىقىنى دېمىدى. يەنە شۇنداق بولسا 12345 گە تېلېفون قىلىڭ.
