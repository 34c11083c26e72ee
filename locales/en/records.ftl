records-title = My documents
records-holder = Holder
records-number = Number
# Variables: $day (text) - a date
records-valid-until = Valid until { $day }
# Variables: $time (text) - when it was true
records-as-of = As of { $time }
records-gone = There is no such document
records-code-body = Let the person at the counter scan it. It works without a connection.
verify-title = Check somebody else’s document
verify-body = Take or choose a photo of its code, or a file. It is checked against the department’s signature; nothing of it is kept.
verify-typed = Paste or type what the code says
verify-code = What the code says
verify-code-hint = Scan it with a reader, or paste what was scanned.
verify-go = Check it
verify-failed = This document cannot be confirmed
# Variables: $department (text) - who issued it
verify-genuine = It is genuine, issued by { $department }
# Variables: $department (text) - who issued it
verify-ended = It was issued by { $department }, but has ended
verify-compare = Compare it with the person. Nothing of this is kept.
payments-title = Payments and receipts
payments-none = Nothing paid yet
payments-none-body = What you pay through a service here is kept with its receipt.
payments-gone = There is no such payment here
payments-receipt = Receipt
payments-amount = Amount
payments-at = Paid at
payments-through = Through a service of
payments-bill = Bill
payments-number = Payment number
payments-copy = Copy the payment number
payments-print = Print or save as PDF
records-more = More
