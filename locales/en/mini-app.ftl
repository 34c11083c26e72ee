# What the shell itself says inside a mini-app's page.

# Variables: $current (number) - the step, $total (number) - how many steps there are
mini-app-step = Step { $current } of { $total }
mini-app-busy = One moment, this is being done
mini-app-optional = (optional)
# Variables: $count (number) - errors on the page
mini-app-errors-title = { $count ->
    [one] There is one thing to correct
   *[other] There are { $count } things to correct
}
mini-app-filled = Filled in from your identity. You can change it.
# Variables: $value (text) - what is filled in
mini-app-known-use = Use { $value }
mini-app-known-identity = From your identity
# Variables: $day (text) - the day, $service (text) - a service
mini-app-known-written = You wrote this on { $day } for { $service }
# Variables: $day (text) - the day
mini-app-known-written-day = You wrote this on { $day }
# Variables: $title (text) - what the document is called
mini-app-known-document = The number of your document { $title }

mini-app-tone-neutral = Note
mini-app-tone-information = Information
mini-app-tone-success = Done
mini-app-tone-warning = Please note
mini-app-tone-urgent = Important

mini-app-progress-not-started = Not started
mini-app-progress-blocked = Not yet possible
mini-app-progress-in-progress = In progress
mini-app-progress-waiting-for-you = Your turn
mini-app-progress-done = Done
mini-app-progress-problem = Something is wrong

mini-app-confirm-cancel = Go back

mini-app-change = Change
mini-app-not-given = Not given

mini-app-attribute-source = From your identity
mini-app-attribute-not-shared = Not shared

# Variables: $used (number) - characters typed, $most (number) - characters allowed
mini-app-text-count = { $used } of { $most } characters
# Variables: $least (text) - a number
mini-app-number-least = At least { $least }
# Variables: $most (text) - a number or an amount
mini-app-number-most = At most { $most }
# Variables: $least (text), $most (text) - numbers
mini-app-number-range = From { $least } to { $most }
# The sign before an amount. Variables: $currency (text) - ISO 4217
mini-app-currency = { $currency ->
    [CNY] ¥
   *[other] { $currency }
}
mini-app-date-year = Year
mini-app-date-month = Month
mini-app-date-day = Day
# Not shown: the order of the parts of a date, year-first or day-first
mini-app-date-order = day-first
# Variables: $count (number) - the most answers
mini-app-choose-at-most = { $count ->
    [one] Choose one
   *[other] Choose up to { $count }
}

mini-app-select-choose = Please choose
mini-app-select-filter = Type to search
mini-app-select-none = Nothing found. Try fewer letters.
# Variables: $shown (number) - answers shown, $found (number) - answers found
mini-app-select-count = { $found ->
    [one] One answer
    [0] Nothing found. Try fewer letters.
   *[other] { $shown } of { $found } answers
}

mini-app-file-choose = Choose a file
mini-app-file-camera = Take a photo
mini-app-file-none = No file chosen
# Variables: $count (number) - the most files, $size (text) - the largest size of each
mini-app-file-limits = { $count ->
    [one] One file of at most { $size }
   *[other] Up to { $count } files of at most { $size } each
}
# Variables: $name (text) - the file's name
mini-app-file-remove = Remove { $name }
# Variables: $name (text) - the file, $size (text) - its size, $limit (text) - the largest size
mini-app-file-too-large = { $name } has { $size } and was not taken: a file may have { $limit }.
    .simple = { $name } is too large ({ $size }). It may have { $limit }.
# Variables: $name (text) - the file, $size (text) - its size, $limit (text) - what all may have
mini-app-file-too-much = { $name } has { $size } and was not taken: all files of this form together may have { $limit }.
    .simple = { $name } is too much ({ $size }). All files together may have { $limit }.
# Variables: $name (text) - the file, $count (number) - the most files
mini-app-file-too-many = { $name } was not taken: { $count ->
    [one] one file is asked for
   *[other] at most { $count } files are asked for
}.
# Variables: $name (text) - the file
mini-app-file-other-kind = { $name } was not taken: it is a file of another kind than is asked for.
# Variables: $name (text) - the file
mini-app-file-unreadable = { $name } could not be read from this device. Choose it again.
# Variables: $size (text) - a number
mini-app-file-size-kilobytes = { $size } KB
# Variables: $size (text) - a number
mini-app-file-size-megabytes = { $size } MB

mini-app-records-none = Nothing here yet
mini-app-records-more = Show more
# Variables: $shown (number) - rows shown, $total (number) - rows in all
mini-app-records-count = { $shown } of { $total }

mini-app-credential-holder = Holder
mini-app-credential-number = Number
mini-app-code-too-much = This is more than a code can hold that a camera reads. Show the number, or send the document itself.
mini-app-credential-code = Code
# Variables: $date (text) - a date
mini-app-credential-valid-until = Valid until { $date }

mini-app-chart-table = Show as a table
mini-app-chart-category = Item

# Variables: $payee (text) - who is paid
mini-app-bill-payee = To { $payee }
mini-app-bill-total = To pay
# Variables: $amount (text) - an amount with its currency
mini-app-bill-pay = Pay { $amount }

mini-app-confirmation-reference = Your reference
mini-app-confirmation-copy = Copy
mini-app-confirmation-copied = Copied
mini-app-confirmation-copy-failed = This could not be copied. Select it and copy it by hand.
mini-app-confirmation-next = What happens next
mini-app-confirmation-kept = A document is kept in your records.

# Variables: $label (text) - what repeats, $number (number) - which one
mini-app-repeat-item = { $label } { $number }
# Variables: $item (text) - which one
mini-app-repeat-remove = Remove { $item }
mini-app-address-region = Province, city or district
mini-app-address-rest = Street, building and door
mini-app-place-hint = Latitude and longitude, as a map shows them: 23.1291, 113.2644
mini-app-place-here = Use where I am now
mini-app-place-found = Your place was filled in
mini-app-place-failed = Your place was not found. Allow this app to use it, or type it in.
# Variables: $count (number) - how many can still have it
mini-app-slot-left = { $count ->
    [one] One place left
   *[other] { $count } places left
}
mini-app-slot-full = Full
mini-app-slot-none = No appointment can be had at the moment. Try again later.
# Variables: $number (number) - its number on the map, $label (text) - what stands there
mini-app-point = { $number }. { $label }
