home-greeting = Hello
# Variables: $name (text) - the person's name
home-greeting-name = Hello, { $name }
home-no-region = No region chosen yet
home-search = Find a service
home-high-demand = Often needed
home-cases = My cases
home-cases-all = All my cases
home-cases-empty = No cases yet
home-cases-empty-body = After you apply for something, you can follow it here.
home-documents = My documents
home-documents-all = All my documents
home-documents-empty = No documents yet
home-documents-empty-body = Documents that departments issue to you are kept here, and can be read without a connection.
# Variables: $region (text) - the person's region
home-local = Services of { $region }
home-local-label = Local services
home-seniors = Use seniors mode (large text)
home-everything-else = Everything else
home-draft-title = You were in the middle of this
home-draft-kicker = Next step
home-draft-go-on = Go on
home-draft-not-now = Not now
home-cards = My cards
# Variables: $time (text) - when the card was made
home-card-as-of = As of { $time }
# Variables: $name (text) - what the card is about
home-card-remove = Take “{ $name }” off home
home-card-sign-in = Sign in to see this.
search-title = Find a service
search-empty = What would you like to do?
search-empty-body = Type words, pinyin or initials, such as “社保卡”, “shebaoka” or “sbk”.
search-none = Nothing found
search-none-body = Try other words, or look in the services by theme.
search-none-services = See all services
# Variables: $correction (text) - what was searched for
search-corrected = Results for “{ $correction }”.
# Variables: $typed (text) - what was typed
search-as-typed = Search for “{ $typed }” as typed
search-results = Services found
search-chosen = Chosen by the editors
search-parts = What is offered to all and in your region is on this device.
search-parts-whole = Look in every region
search-parts-coming = What the other regions offer is being fetched. You can go on meanwhile.
# Variables: $count (number) - how many regions
services-parts-behind = { $count ->
    [one] The newest services of one region could not be fetched. They are asked for again; all others are here.
   *[other] The newest services of { $count } regions could not be fetched. They are asked for again; all others are here.
}
services-parts-nation-behind = What is offered to all could not be brought up to date. It is asked for again; until then you see it as it was.
# Variables: $count (number) - how many
search-others = { $count ->
    [one] One more that may fit
   *[other] { $count } more that may fit
}
search-others-list = More that may fit
# Variables: $count (number) - how many services were found
search-count = { $count ->
    [one] 1 service found
   *[other] { $count } services found
}
home-next-correct = A correction is asked of you
home-next-correct-go = See what is asked
home-next-ends = A document ends soon
home-next-ended = A document has ended
home-next-look = Look at it
home-next-rate = This is done. How was it?
home-cards-arrange = Arrange the cards
home-cards-arranged = Done arranging
# Variables: $name (text) - what the card is about
home-card-forward = Move “{ $name }” forward
# Variables: $name (text) - what the card is about
home-card-backward = Move “{ $name }” back
home-codes = Show a code
home-life-events = Life events
home-life-events-all = All life events
# Variables: $count (number) - how many messages are new
home-messages = { $count ->
    [0] Messages
    [one] Messages, 1 new
   *[other] Messages, { $count } new
}
messages-title = Messages
messages-empty = No messages yet
messages-empty-body = When a case moves on, or a document is issued or about to end, you are told here.
messages-new = New
messages-document-issued = It was issued to you
search-before = Searched before
# Variables: $question (text) - what was searched for
search-forget = Forget “{ $question }”
search-forget-all = Forget everything I searched for
search-answer = Best match
search-answer-more = What else is usually needed with it:
search-answer-open = Open this service
# Variables: $time (text) - when the catalogue was read
search-answer-source = Word for word from the catalogue of services, as it was at { $time }.
messages-reminders = Reminders
messages-reminder-details = Open the service in Fingertip.
messages-reminder-open = Open the service
messages-reminder-calendar = Into my calendar
messages-reminder-remove = Remove the reminder
