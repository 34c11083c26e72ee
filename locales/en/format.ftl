# Variables: $number (text) - a number already written in this language
format-percent = { $number }%
# Variables: $days (number) - whole days
format-days = { $days ->
    [one] { $days } day
   *[other] { $days } days
}
# Variables: $days (number) - working days
format-working-days = { $days ->
    [one] { $days } working day
   *[other] { $days } working days
}
# Variables: $amount (text) - the amount, $currency (text) - ISO 4217
format-money = { $currency ->
    [CNY] ¥{ $amount }
   *[other] { $currency } { $amount }
}
# Variables: $year (text), $month (number), $day (number)
format-date = { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }
# What is known of a birth date. Variables: $year (text), $month (number), $day (number)
format-date-year = { $year }
# What is known of a birth date. Variables: $year (text), $month (number), $day (number)
format-date-month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }
# Variables: $date (text) - a date, $time (text) - hours and minutes
format-instant = { $date }, { $time }
# Variables: $zone (text) - a name of the IANA time zone database with - for /, $offset (text) - the difference to UTC
format-zone = { $zone ->
    [Asia-Shanghai] Beijing time
   *[other] UTC{ $offset }
}
# Variables: $instant (text) - a date and time, $zone (text) - the zone in which it is
format-instant-zoned = { $instant } ({ $zone })
# Variables: $zone (text) - the zone of the times that follow
format-times-in = All times are { $zone }
# Variables: $weekday (number) - 1 for Monday to 7 for Sunday, $date (text) - a date
format-weekday = { $weekday ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[other] Sunday
}, { $date }
# Not shown: the calendar in which readers expect to find a day beside the usual date, chinese or none
format-calendar = none
# Variables: $month (number) - 1 to 12, $leap (text) - yes for the second month of that number in its year, else no, $day (number) - 1 to 30
format-lunar = { $leap ->
    [yes] leap month { $month }
   *[no] month { $month }
}, day { $day } of the Chinese calendar
format-holiday-new-year = New Year’s Day
format-holiday-spring-festival-eve = Spring Festival Eve
format-holiday-spring-festival = Spring Festival
format-holiday-qingming = Qingming Festival
format-holiday-labour-day = Labour Day
format-holiday-dragon-boat = Dragon Boat Festival
format-holiday-mid-autumn = Mid-Autumn Festival
format-holiday-national-day = National Day
# Variables: $first (text) - the first of several things, $rest (text) - the others
format-list = { $first }, { $rest }
