# Variables: $number (text) - a number already written in this language
format-percent = { $number }%
# Variables: $days (number) - whole days
format-days = { $days } 天
# Variables: $days (number) - working days
format-working-days = { $days } 個工作日
# Variables: $amount (text) - the amount, $currency (text) - ISO 4217
format-money = { $currency ->
    [CNY] ¥{ $amount }
   *[other] { $currency } { $amount }
}
# Variables: $year (text), $month (number), $day (number)
format-date = { $year }年{ $month }月{ $day }日
# What is known of a birth date. Variables: $year (text), $month (number), $day (number)
format-date-year = { $year }年
# What is known of a birth date. Variables: $year (text), $month (number), $day (number)
format-date-month = { $year }年{ $month }月
# Variables: $date (text) - a date, $time (text) - hours and minutes
format-instant = { $date } { $time }
# Variables: $zone (text) - a name of the IANA time zone database with - for /, $offset (text) - the difference to UTC
format-zone = { $zone ->
    [Asia-Shanghai] 北京時間
   *[other] UTC{ $offset }
}
# Variables: $instant (text) - a date and time, $zone (text) - the zone in which it is
format-instant-zoned = { $instant }（{ $zone }）
# Variables: $zone (text) - the zone of the times that follow
format-times-in = 以下均為{ $zone }
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
# Not shown: the calendar in which readers expect to find a day beside the usual date, chinese or none
format-calendar = chinese
# Variables: $month (number) - 1 to 12, $leap (text) - yes for the second month of that number in its year, else no, $day (number) - 1 to 30
format-lunar = 農曆{ $leap ->
    [yes] 閏
   *[no] { "" }
}{ $month ->
    [1] 正月
    [2] 二月
    [3] 三月
    [4] 四月
    [5] 五月
    [6] 六月
    [7] 七月
    [8] 八月
    [9] 九月
    [10] 十月
    [11] 十一月
   *[12] 臘月
}{ $day ->
    [1] 初一
    [2] 初二
    [3] 初三
    [4] 初四
    [5] 初五
    [6] 初六
    [7] 初七
    [8] 初八
    [9] 初九
    [10] 初十
    [11] 十一
    [12] 十二
    [13] 十三
    [14] 十四
    [15] 十五
    [16] 十六
    [17] 十七
    [18] 十八
    [19] 十九
    [20] 二十
    [21] 廿一
    [22] 廿二
    [23] 廿三
    [24] 廿四
    [25] 廿五
    [26] 廿六
    [27] 廿七
    [28] 廿八
    [29] 廿九
   *[30] 三十
}
format-holiday-new-year = 元旦
format-holiday-spring-festival-eve = 除夕
format-holiday-spring-festival = 春節
format-holiday-qingming = 清明節
format-holiday-labour-day = 勞動節
format-holiday-dragon-boat = 端午節
format-holiday-mid-autumn = 中秋節
format-holiday-national-day = 國慶節
# Variables: $first (text) - the first of several things, $rest (text) - the others
format-list = { $first }、{ $rest }
