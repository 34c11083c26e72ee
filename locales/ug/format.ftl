# Variables: $number (text) - a number already written in this language
format-percent = { $number }%
# Variables: $days (number) - whole days
format-days = { $days } كۈن
# Variables: $days (number) - working days
format-working-days = { $days } خىزمەت كۈنى
# Variables: $amount (text) - the amount, $currency (text) - ISO 4217
format-money = { $currency ->
    [CNY] ¥{ $amount }
   *[other] { $currency } { $amount }
}
# Variables: $year (text), $month (number), $day (number)
format-date = { $year }-يىلى { $month }-ئاينىڭ { $day }-كۈنى
# What is known of a birth date. Variables: $year (text), $month (number), $day (number)
format-date-year = { $year }-يىلى
# What is known of a birth date. Variables: $year (text), $month (number), $day (number)
format-date-month = { $year }-يىلى { $month }-ئاي
# Variables: $date (text) - a date, $time (text) - hours and minutes
format-instant = { $date } { $time }
# Variables: $zone (text) - a name of the IANA time zone database with - for /, $offset (text) - the difference to UTC
format-zone = { $zone ->
    [Asia-Shanghai] بېيجىڭ ۋاقتى
   *[other] UTC{ $offset }
}
# Variables: $instant (text) - a date and time, $zone (text) - the zone in which it is
format-instant-zoned = { $instant } ({ $zone })
# Variables: $zone (text) - the zone of the times that follow
format-times-in = تۆۋەندىكى ۋاقىتلار: { $zone }
# Variables: $weekday (number) - 1 for Monday to 7 for Sunday, $date (text) - a date
format-weekday = { $date }، { $weekday ->
    [1] دۈشەنبە
    [2] سەيشەنبە
    [3] چارشەنبە
    [4] پەيشەنبە
    [5] جۈمە
    [6] شەنبە
   *[other] يەكشەنبە
}
# Not shown: the calendar in which readers expect to find a day beside the usual date, chinese or none
format-calendar = none
# Variables: $month (number) - 1 to 12, $leap (text) - yes for the second month of that number in its year, else no, $day (number) - 1 to 30
format-lunar = كونا كالېندار { $leap ->
    [yes] كەبىسە { $month }
   *[no] { $month }
}-ئاينىڭ { $day }-كۈنى
format-holiday-new-year = يېڭى يىل بايرىمى
format-holiday-spring-festival-eve = چاغان ھارپىسى
format-holiday-spring-festival = چاغان
format-holiday-qingming = چىڭمىڭ بايرىمى
format-holiday-labour-day = ئەمگەكچىلەر بايرىمى
format-holiday-dragon-boat = دۇئەنۋۇ بايرىمى
format-holiday-mid-autumn = جۇڭچيۇ بايرىمى
format-holiday-national-day = دۆلەت بايرىمى
# Variables: $first (text) - the first of several things, $rest (text) - the others
format-list = { $first }، { $rest }
