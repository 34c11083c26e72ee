app-name = Fingertip
shell-loading = Getting ready …
shell-offline = There is no connection. You see what was kept before, and nothing you type is lost.
    .simple = You have no internet now. You see what was here before. What you type stays.
shell-told = What is new
shell-put-away = Got it
shell-clear = Clear
shell-back = Back
shell-retry = Try again
shell-read = Read this page aloud
shell-read-stop = Stop reading
shell-read-none = This device has no voice for this language.
nav-label = Main pages
nav-home = Home
nav-services = Services
nav-cases = Cases
nav-records = Records
nav-help = Ask for help
nav-me = Me
tone-neutral = Note
tone-information = Information
tone-success = Success
tone-warning = Attention
tone-urgent = Urgent
language-zh-hans = 简体中文
language-zh-hant = 繁體中文
language-en = English
language-ug = ئۇيغۇرچە
start-language-title = Choose your language 选择语言
start-language-body = You can change it at any time.
start-display-title = How would you like to see it?
start-display-seniors = Seniors mode
start-display-seniors-body = Large text, large buttons, one thing at a time. All the same services.
start-display-seniors-choose = Use seniors mode
start-display-normal = Standard mode
start-display-normal-body = More on one screen.
start-display-normal-choose = Use standard mode
start-region-title = Where do you live?
start-region-body = We show local services first. You can look at every service without signing in.
    .simple = We show what is near you first. You can look at everything without signing in.
start-region-search = Find a province or city
start-region-later = Choose later
told-case-kept = Your application is kept on this device and sent as soon as there is a connection.
    .simple = You have no internet now. We keep your application and send it later. You need not do anything.
# Variables: $reference (text) - the case's reference
told-case-arrived = The application that was kept has arrived. Its reference is { $reference }.
    .simple = Your application has arrived. Its number is { $reference }.
# Variables: $name (text) - whose it is; $reference (text) - the case's reference
told-case-arrived-for = The application that you handed in for { $name } has arrived. Its reference is { $reference }.
# Variables: $name (text) - for whom
told-acting-ended = You do not act for { $name } any more: the mandate is over or was ended.
told-document-came = A new document has come. You find it in your records.
told-kept-clock = The service directory has run out, or this device's clock is wrong. The service opened as it was last checked; look at date and time.
    .simple = The clock of this device may be wrong. Look at the date and the time. The service still works.
told-kept-directory = What answered for the service directory could not be used. The service opened as it was last checked on this device.
    .simple = We could not use the new list of services. The service still works, as it was last checked.
told-kept-disk = This device could not read or write. The service opened as it was last checked; look at the device's storage.
    .simple = This device may be full. The service still works, as it was last checked.
told-kept-newest = The department's newest version cannot be opened. The service opened in the version before it.
    .simple = The new version does not work. We opened the one before it.
told-kept-offline = There is no connection to the service directory. The service opened as it was last checked on this device.
    .simple = You have no internet now. The service still works, as it was last checked.
told-mini-app-restored = The service had a problem and was opened again where you were.
    .simple = Something went wrong. We opened the service again, and you are where you were.
told-not-accepted = Something that you handed in was not accepted. You find it under My cases.
    .simple = We could not take something that you sent. Look at My cases.
# Variables: $words (text) - the department's own words
told-not-accepted-words = Something that you handed in was not accepted. The department says: { $words }
told-unread = { $count ->
    [one] One thing kept here cannot be read by this version of the app. It stays on this device as it is, and all else is there. Update the app; an export holds it too.
   *[other] { $count } things kept here cannot be read by this version of the app. They stay on this device as they are, and all else is there. Update the app; an export holds them too.
}
    .simple = { $count ->
        [one] We cannot show one of your things now. It is not lost. Update the app.
       *[other] We cannot show { $count } of your things now. They are not lost. Update the app.
    }
told-rated = Thank you for your rating.
told-act-arrived = It has reached the office.
help-title = Ask for help
help-lines = The departments' lines
mini-app-close = Close
mini-app-verified = Verified department
mini-app-opening = Opening the service …
# Variables: $share (number) - how much of it is here, from 0 to 100
mini-app-fetching = Fetching the service: { $share } of 100
mini-app-preparing = This service is being prepared for the first time on this device. That can take a minute or two; the next time it opens at once.
    .simple = The first time takes longer, up to two minutes. Please wait.
# Variables: $seconds (number) - how long it has been prepared
mini-app-preparing-since = { $seconds ->
    [one] One second so far
   *[other] { $seconds } seconds so far
}
mini-app-failed = The service cannot be opened
mini-app-nothing-lost = Everything you typed is kept.
# Variables: $name (text) - what the card is about
mini-app-card-add = Put “{ $name }” on home
# Variables: $name (text) - what the card is about
mini-app-card-remove = Take “{ $name }” off home
mini-app-problem-missing = Fill this in
mini-app-problem-not-chosen = Choose an answer
mini-app-problem-not-agreed = You need to agree to go on
# Variables: $limit (number) - the most characters, $given (number) - how many there are
mini-app-problem-too-long = Use at most { $limit } characters. There are { $given } now
mini-app-problem-not-email = Enter an e-mail address, such as name@example.cn
mini-app-problem-not-phone = Enter a telephone number
mini-app-problem-not-national-id = Check the id number: a digit is missing or wrong
mini-app-problem-not-postcode = Enter a postcode in the right form, such as 510030
mini-app-problem-not-plate = Enter the plate as it stands on the vehicle, such as 粤B12345
    .simple = Look at the id number again. It has 18 characters.
mini-app-problem-not-number = Enter a number
mini-app-problem-too-small = The number is too small
mini-app-problem-too-large = The number is too large
mini-app-problem-not-date = Enter a date that exists
mini-app-problem-not-time = Enter a time of day
mini-app-problem-too-early = The date is too early
mini-app-problem-too-late = The date is too late
# Variables: $limit (number) - the most that can be chosen
mini-app-problem-too-many = Choose at most { $limit }
mini-app-problem-file-too-large = The file is too large
mini-app-problem-no-region = Choose the province, city or district
mini-app-problem-no-street = Give street, building and door
mini-app-problem-not-place = Give latitude and longitude, such as 23.1291, 113.2644
# Variables: $name (text) - whose line, $phone (text) - its number
call-line = Call { $name }: { $phone }
help-hotline = A person answers, and you can ask anything.
help-answers = What is asked most
help-ask-find = How do I find what I need?
help-answer-find = Type a word or two in the search box on home; pinyin or initials will do. Or look under “Services” by theme, life event, department or region.
help-ask-sign-in = Do I have to sign in?
help-answer-sign-in = Looking at services and guides needs no sign-in. Applying does; afterwards you are back where you were and everything you typed is there.
help-ask-follow = How do I follow what I applied for?
help-answer-follow = Under “Cases” you see its status and the date by which it is promised. When something changes, you get a message.
help-ask-offline = Does it work without a connection?
help-answer-offline = You can read services, your cases and your documents. What you apply for is kept on this device and sent as soon as there is a connection.
help-ask-data = Who sees my data?
help-answer-data = Only the departments that you agreed to. Every time is recorded under “Me”, and you can withdraw your consent.
help-ask-larger = The text is too small. What can I do?
help-answer-larger = Use seniors mode: large text, large buttons, and it reads to you. It is on home and under “Me”.
# Variables: $count (number) - how many
alert-more = { $count ->
    [one] { $count } more alert
   *[other] { $count } more alerts
}
alert-drill = Drill
# Variables: $headline (text) - the headline
alert-drill-line = Drill: { $headline }
alert-drill-body = This is a drill. It is not real.
tester-window = Whole window
tester-phone = In a phone
# Variables: $file (text) - where it is
told-exported = It is saved here: { $file }
told-session-over = You were signed out because a session does not last longer. Nothing is lost: sign in and go on.
    .simple = You were signed out. Nothing is lost. Sign in and go on.
# Variables: $name (text) - the helper
told-helper-came = { $name } can follow your cases now.
told-reminder = Reminder: { $title }
told-handed-in = Handed in. Its reference is { $reference }.
switch-update-needed = Update it to go on. What is on this device can be read all the same.
switch-update-advised = There is a newer version of this app
switch-update = Update the app
switch-kept = What is on this device can be read all the same, and what you handed in is sent later.
switch-screen = This part of the app is out of order
