records-title = My documents
records-holder = Holder
records-number = Number
# Variables: $day (text) - a date
records-valid-until = Valid until { $day }
# Variables: $time (text) - when it was true
records-as-of = As of { $time }
