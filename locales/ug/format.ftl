# Variables: $number (text) - a number already written in this language
format-percent = { $number }%
# Variables: $days (number) - whole days
format-days = { $days } كۈن
# Variables: $amount (text) - the amount, $currency (text) - ISO 4217
format-money = { $currency ->
    [CNY] ¥{ $amount }
   *[other] { $currency } { $amount }
}
# Variables: $year (text), $month (number), $day (number)
format-date = { $year }-يىلى { $month }-ئاينىڭ { $day }-كۈنى
# Variables: $date (text) - a date, $time (text) - hours and minutes
format-instant = { $date } { $time }
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
