records-title = 我的證照
records-holder = 持有人
records-number = 號碼
# Variables: $day (text) - a date
records-valid-until = 有效期至 { $day }
# Variables: $time (text) - when it was true
records-as-of = 截至 { $time }
