me-title = Me
me-mine = My data
me-app = This app
me-help = Help
# Variables: $time (text) - since when
me-signed-in = Signed in since { $time }
me-signed-out = You are not signed in. Looking at services needs no sign-in.
me-sign-out = Sign out
me-display = How things are shown
me-display-normal = Standard mode
me-scheme = Light or dark
me-scheme-device = As the device
me-scheme-light = Light
me-scheme-dark = Dark
me-contrast = Contrast
me-contrast-device = As the device
me-contrast-normal = As designed
me-contrast-more = More contrast
me-text = Text size
me-text-own = As in this display
me-text-large = Large text
me-text-larger = Larger text
me-text-largest = Largest text
me-language = Language
me-words = Wording
me-words-usual = Usual words
me-words-simple = Simple words
me-consents = What I agreed to
me-consents-empty = You have not agreed to share anything
me-consent-revoke = Withdraw my consent
me-ledger = What was shared, and when
me-ledger-empty = Nothing was shared yet
me-protection-key-store = Your keys are protected by the system's key store.
me-protection-files = This device has no key store: your keys are in files that only you can read.
me-protection-memory = Your keys are only in memory. They are lost when you close the app.
# Variables: $count (number) - how many things the person agreed to
me-privacy-detail = { $count ->
    [0] Nothing agreed to
    [one] 1 thing agreed to
   *[other] { $count } things agreed to
}
privacy-title = My data and who uses it
privacy-body = This is everything that departments were given about you. You can withdraw your consent at any time.
# Variables: $service (text) - the service that it was for
privacy-looked-up = Looked up for you: { $service }
# Variables: $service (text) - what was handed in
privacy-handed-in = Handed in by you: { $service }
# Variables: $name (text) - for whom
privacy-acting-for = For { $name }
# Variables: $service (text) - the service that it was for
privacy-documents = Documents shown to: { $service }
# Variables: $service (text) - the service that it was for
privacy-paid = Paid: { $service }
# Variables: $service (text) - the service that it was for
privacy-region = Where you live, for: { $service }
# Variables: $service (text) - the service that it was for
privacy-opened = Opened from: { $service }
# Variables: $name (text) - the person's name for a file
privacy-file = File { $name }
privacy-place = A place chosen on the map
privacy-text = A text
    .simple = Here you see who got what about you. What you agreed to you can take back.
me-window = Open another window
data-title = Export or delete my data
data-export-body = Your cases, documents, consents and what was shared go into one file in your downloads. It is not encrypted: keep it safe.
data-export = Save it as a file
data-delete = Take everything of mine off this device
data-delete-sure = Really delete everything?
data-delete-body = Forms that were not handed in are lost, and you are signed out. Cases and documents stay with the departments and come back when you sign in; the record of who was given what is on this device alone and is deleted.
# Variables: $count (number) - how many items were not sent yet
data-delete-waiting = { $count ->
    [one] 1 item was not sent yet and is lost too.
   *[other] { $count } items were not sent yet and are lost too.
}
data-delete-keep = Keep it
data-delete-yes = Delete everything
data-deleting = Everything of yours is being taken off this device …
me-mode = Mode
settings-language = Language and region
settings-messages = Messages I want
settings-messages-body = What does not call you stays among your messages. Alerts of a danger always call.
settings-messages-kinds = Notify me about
settings-messages-cases = A case moves on
settings-messages-documents = A new document
settings-messages-endings = A document ends soon
settings-security = Security and devices
settings-security-session = This device
# Variables: $time (text) - since when
settings-security-since = Signed in since { $time }
settings-security-elsewhere = This is about this device alone. Sign out of others there, or end them with whom you sign in.
settings-devices = Where you are signed in
settings-devices-body = If you do not know one of them or have lost it, sign it out here. It is signed out the next time it asks for something.
    .simple = If you have lost a device, sign it out here.
settings-devices-unnamed = A device without a name
settings-devices-this = This device
# Variables: $since (text) - when the person signed in there, $used (text) - when it was used last
settings-devices-times = Signed in { $since }, last used { $used }
# Variables: $name (text) - the device
settings-devices-end = Sign out on { $name }
settings-security-keys = Keys
settings-storage = Storage and my data
storage-kept = What is kept on this device
storage-records = My records
storage-records-detail = Cases, documents and drafts, encrypted
storage-mini-apps = Mini-apps
storage-mini-apps-detail = Verified: they open without a connection
storage-prepared = Prepared mini-apps
storage-prepared-detail = Prepared again when opened, which takes some seconds
storage-free = Free some room
about-title = About
about-body = Fingertip brings the services of all departments to one place. It is open source, shows no advertising and sells nothing of yours.
about-version = Version
about-standard = Standard of mini-apps
about-licence = Licence
settings-search = Search
settings-search-body = Search works on this device alone: nobody is told what you look for.
settings-search-memory = What you searched for
settings-search-remember = Remember it here
settings-search-forget = Remember nothing
settings-uses = What many people need
settings-uses-count = Help to count it
settings-uses-nothing = Say nothing
settings-uses-body = Once a week this device names one of the services that you opened, or none, and tosses a coin whether it names another instead. It is sent without your name. So nobody can know what you used, and home shows what many people need.
settings-search-way = How services are found
settings-search-meaning = By words and by what they mean
settings-search-words = By words alone
settings-search-parts = Which services are on this device
settings-search-parts-own = Those offered to all and in my region
settings-search-parts-whole = Those of every region

settings-answers = What you wrote before
settings-answers-body = When you hand in a form, your telephone number, your address and the like are kept on this device, so that you need not write them again. Nobody gets them until you fill them in and hand in.
settings-answers-memory = What you write in forms
settings-answers-remember = Remember it here
settings-answers-forget = Remember nothing
settings-answers-none = Nothing is remembered yet
settings-answers-forget-all = Forget everything I wrote
# Variables: $value (text) - what the person wrote
settings-answers-forget-one = Forget { $value }
settings-answers-other = Another answer
settings-messages-reminders = Reminders that you agreed to
