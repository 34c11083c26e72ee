# Whether a document still holds
documents-valid = Valid
documents-withdrawn = Withdrawn
documents-suspended = Suspended for now
documents-key-gone = No longer vouched for
documents-ended = Expired
documents-unclear = Ask the department
documents-unasked = Not checked yet
# Variables: $time (text) - when the department was asked
documents-checked = Last checked on { $time }
# Variables: $time (text) - when the department was asked last
documents-checked-before = Last checked on { $time }. It could not be checked since then.
    .simple = We last asked on { $time }. We could not ask again since then.
documents-never-checked = Could not be checked yet: there was no connection to the department.
    .simple = We could not ask the department yet. Please try again with a connection.

# Showing a document
documents-show = Show its code
documents-shown = When you showed it
documents-shown-never = You have not shown it yet.
documents-shown-code = Shown as a code
documents-shown-page = Printed or saved as a page
documents-shown-export = Taken along with all your data
# Variables: $department (text) - who got it
documents-shown-given = Handed over to { $department }
# Variables: $part (number) - which code, $count (number) - how many there are
documents-part = Code { $part } of { $count }
documents-parts-body = This document is too large for one code. Have each code scanned, in any order.
    .simple = This document has more than one code. Let the other person scan each of them.
documents-part-before = Previous code
documents-part-next = Next code
documents-too-large = This document is too large to be shown as a code. Hand it in through a service instead.
    .simple = This document does not fit into a code. Please hand it in through a service.

# Checking somebody else's document
# Variables: $department (text) - who issued it
verify-withdrawn = It was issued by { $department }, but has been withdrawn
# Variables: $department (text) - who issued it
verify-suspended = It was issued by { $department }, but is suspended and not valid now
# Variables: $department (text) - who issued it
verify-unclear = It was issued by { $department }. Ask there whether it is valid.
# Variables: $department (text) - who issued it
verify-unasked = It was issued by { $department }, but whether it is still valid could not be checked
    .simple = { $department } made it. We could not ask if it is still good.
# Variables: $scanned (number) - how many parts are there, $count (number) - how many there are
verify-parts = { $scanned } of { $count } codes read
verify-parts-body = Now the next code, in any order.
verify-file = Photo or file
verify-file-hint = A photo or screenshot of the code, or a file with its text.
# Variables: $size (text) - the largest file
verify-file-limits = JPEG, PNG, WebP or text, up to { $size }
fault-photo-large = The photo is too large. Take a smaller one.
    .simple = This photo is too big. Please take a smaller one.
fault-photo-kind = This file cannot be read. Choose a photo (JPEG, PNG or WebP) or a text.
    .simple = We cannot read this file. Please choose a photo.
fault-photo-code = No code can be read in this photo. Take it again: the whole code, straight and sharp.
    .simple = We found no code in this photo. Please take it again. The whole code must be sharp.
fault-no-document = This is no document. Scan the code of a document again.
    .simple = This is not a document. Please scan the code again.

# Taking along
take-out-print = Print or save as PDF
take-out-check = Whoever gets this page can check it: scan the code with the app under “Check somebody else’s document”.
take-out-last-day = Put the last day into my calendar
# Variables: $title (text) - the document's title
take-out-last-day-title = Last day: { $title }
take-out-last-day-details = Renew it before this day.
take-out-promised-day = Put the promised day into my calendar
# Variables: $service (text) - what was asked for
take-out-promised-title = Promised: { $service }
# Variables: $file (text) - where it is
take-out-saved = Saved as { $file }. Open the file with your calendar.
    .simple = Your day is in this file: { $file }. Open it with your calendar.
