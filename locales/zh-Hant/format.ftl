# Variables: $number (text) - a number already written in this language
format-percent = { $number }%
# Variables: $days (number) - whole days
format-days = { $days } 天
# Variables: $amount (text) - the amount, $currency (text) - ISO 4217
format-money = { $currency ->
    [CNY] ¥{ $amount }
   *[other] { $currency } { $amount }
}
# Variables: $year (text), $month (number), $day (number)
format-date = { $year }年{ $month }月{ $day }日
# Variables: $date (text) - a date, $time (text) - hours and minutes
format-instant = { $date } { $time }
# Variables: $weekday (number) - 1 for Monday to 7 for Sunday, $date (text) - a date
format-weekday = { $date } { $weekday ->
    [1] 星期一
    [2] 星期二
    [3] 星期三
    [4] 星期四
    [5] 星期五
    [6] 星期六
   *[other] 星期日
}
