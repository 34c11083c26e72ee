records-title = گۇۋاھنامىلىرىم
records-holder = ئىگىسى
records-number = نومۇرى
# Variables: $day (text) - a date
records-valid-until = { $day } گىچە كۈچكە ئىگە
# Variables: $time (text) - when it was true
records-as-of = { $time } دىكى ھالىتى
