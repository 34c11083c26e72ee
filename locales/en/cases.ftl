cases-title = My cases
cases-gone = There is no such case
cases-history = What happened
# Variables: $reference (text) - the case's reference
cases-reference = Reference: { $reference }
# Variables: $name (text) - the helper
cases-handed-in-by = Handed in for you by { $name }
# Variables: $name (text) - whose it is
cases-outgoing-for = For { $name }
# Variables: $day (text) - a date
cases-promised = promised by { $day } at the latest
    .simple = ready by { $day } at the latest
# Variables: $days (number) - working days
cases-promise-begins = promised within { $days ->
    [one] { $days } working day
   *[other] { $days } working days
} of acceptance
cases-promise-stands = The clock stands still until you have sent what is missing
# Variables: $year (text) - a year
cases-promise-may-move = the holidays of { $year } are not announced yet, so the day may move
# Variables: $count (number) - how many applications wait
cases-waiting = { $count ->
    [one] 1 item waits for a connection
   *[other] { $count } items wait for a connection
}
    .simple = { $count ->
        [one] 1 item is not sent yet. It goes by itself when you are online.
       *[other] { $count } items are not sent yet. They go by themselves when you are online.
    }
# Variables: $service (text) - the service's name
cases-outgoing-case = { $service }
# Variables: $reference (text) - the case's reference
cases-outgoing-rating = Your rating of case { $reference }
cases-outgoing-unknown = Something that this version of the app does not know
# Variables: $time (text) - when it was handed in
cases-outgoing-since = Handed in on { $time }. It is on this device and is sent as soon as possible.
    .simple = You sent this on { $time }. It is still here and goes by itself.
# Variables: $time (text) - when it is tried again
cases-outgoing-next = The next try is on { $time }.
# Variables: $percent (number) - how much of its files has been sent
cases-outgoing-sent = { $percent } percent of it has been sent.
cases-outgoing-send = Send now
cases-outgoing-take-back = Take back
cases-not-accepted = Not accepted
    .simple = We could not take it
# Variables: $words (text) - the department's own words
cases-not-accepted-words = The department says: { $words }
cases-not-accepted-service = The service is not offered any more.
cases-not-accepted-region = The service is not offered in your region.
cases-not-accepted-size = It is larger than the platform takes. Use fewer or smaller files.
# Variables: $code (text) - the platform's code of the reason
cases-not-accepted-other = The platform gives the reason “{ $code }”. The department can tell you more.
cases-not-accepted-form = What you filled in is kept as a form. You can change it and hand it in again.
    .simple = Your form is still here. You can change it and send it again.
cases-not-accepted-open = Open the form
cases-not-accepted-put-away = Put away
cases-state-received = Received
    .simple = We have it
cases-state-accepted = Accepted
    .simple = We work on it
cases-state-refused = Not accepted
    .simple = We cannot take it
cases-state-correction-asked = Correction asked
    .simple = Please change something
cases-state-review = Under review
    .simple = We look at it
cases-state-supplement-asked = More is needed of you
    .simple = We need more from you
cases-state-suspended = On hold
    .simple = It waits for now
cases-state-appealed = Objection received
    .simple = You said no to the decision
cases-state-approved = Approved
    .simple = The answer is yes
cases-state-rejected = Rejected
    .simple = The answer is no
cases-state-delivered = Delivered
    .simple = You have it
cases-state-closed = Closed
    .simple = Finished
cases-state-withdrawn = Withdrawn
    .simple = You took it back
cases-state-unknown = Ask the department for its status
    .simple = Please ask the office
cases-progress-not-started = Not started
cases-progress-blocked = Waiting for something else
cases-progress-in-progress = Under way
cases-progress-waiting-for-you = Your turn
cases-progress-done = Done
cases-progress-problem = Problem
cases-rate = Rate this service
cases-rate-question = How satisfied are you?
cases-rate-text = Anything to add
cases-rate-send = Send the rating
# Variables: $level (text) - the level in words
cases-rated = Your rating: { $level }
cases-rating-very-satisfied = Very satisfied
cases-rating-satisfied = Satisfied
cases-rating-fairly-satisfied = Fairly satisfied
cases-rating-dissatisfied = Dissatisfied
cases-rating-very-dissatisfied = Very dissatisfied
cases-rating-unknown = An answer that this version does not know
# Variables: $office (text) - the office, by its name
cases-office = It is with: { $office }
cases-late = The promised day is over.
    .simple = The office is late.
# Variables: $office (text) - the office, by its name
cases-escalated = The office above it was told: { $office }
cases-promise-on-hold = The clock stands still while the case is on hold
cases-asked = What is asked of you
    .simple = What you need to do
# Variables: $day (text) - a date
cases-answer-by = Answer by { $day } at the latest
cases-said = What was said
# Variables: $name (text) - a department, $what (text) - what it did
cases-entry-of = { $name }: { $what }
cases-entry-answer = You answered
cases-entry-addition = You added something
cases-entry-withdrawal = You withdrew the case
cases-entry-appeal = You objected to the decision
cases-entry-question = You asked
cases-entry-reply = Reply
cases-entry-escalation = The office is late
cases-entry-put-aside = It has not been taken yet
cases-entry-unknown = Something that this version of the app does not know
cases-entry-document = one of your documents
# Variables: $name (text) - a file's name, $size (text) - its size
cases-entry-file = { $name } ({ $size })
cases-party-person = Said by you
cases-party-department = Said by the department
cases-party-platform = Said by the platform
cases-party-unknown = Said by somebody else
cases-act-answer = Your answer
cases-act-answer-words = Anything to add
cases-act-answer-send = Send the answer
cases-act-add = Add something
cases-act-add-body = What you add goes to the office that has the case.
cases-act-add-words = What it is about
cases-act-add-send = Add it to the case
cases-act-ask = Ask the office
cases-act-ask-body = The office reads your question together with the case. Its reply comes here and into your messages.
cases-act-ask-words = Your question
cases-act-ask-send = Send the question
cases-act-withdraw = Withdraw the case
cases-act-withdraw-body = The office then stops its work. What you have paid and sent is not undone. You can hand in another case later.
    .simple = The office stops its work. You can start again later.
cases-act-withdraw-words = Why
cases-act-withdraw-send = Withdraw it now
cases-act-appeal = Object to the decision
cases-act-appeal-body = The decision is looked at once more. You can object once in each case, so write everything that speaks for you.
    .simple = Do you think the answer is wrong? Tell us why. We look at it once more.
cases-act-appeal-words = Why the decision is wrong
cases-act-appeal-send = Send the objection
cases-act-cancel = Cancel
cases-act-again = Change it and send again
cases-act-file = Files or photos
cases-act-documents = Your documents
cases-act-no-document = You have no such document on this device that still holds.
    .simple = You do not have this document here.
cases-act-missing-words = Write what you want to say
# Variables: $label (text) - what is asked for
cases-act-missing-answer = Answer: { $label }
# Variables: $label (text) - what is asked for
cases-act-missing-file = Choose a file: { $label }
# Variables: $label (text) - what is asked for
cases-act-missing-document = Choose a document: { $label }
# Variables: $most (number) - the most characters
cases-act-fewer-words = Write at most { $most } characters in each answer
# Variables: $what (text) - what the person does, $reference (text) - the case's reference
cases-outgoing-act = { $what }, case { $reference }
cases-rate-reasons = What was it about?
cases-rate-anonymous = Do not tell the department which case this is
cases-reason-fast = It was quick
cases-reason-clear = It was clear what to do
cases-reason-friendly = Friendly people
cases-reason-nothing-asked-twice = Nothing was asked twice
cases-reason-slow = It took long
cases-reason-unclear = It was not clear what to do
cases-reason-unfriendly = Unfriendly people
cases-reason-asked-twice = I was asked for what is known
cases-reason-decision-unexplained = The decision is not explained
cases-reason-technical-trouble = The app or the network failed
cases-follow-up = What became of your rating
# Variables: $day (text) - a date
cases-follow-up-open = The department answers you by { $day } at the latest.
# Variables: $day (text) - a date
cases-follow-up-late = The department has not answered, though { $day } has passed.
cases-follow-up-appealed = The operator of the platform looks at it.
cases-follow-up-closed = Nothing more happens.
# Variables: $words (text) - the person's own words
cases-follow-up-objection = You objected: { $words }
cases-follow-up-objected = Your objection to the answer
# Variables: $words (text) - the operator's words
cases-follow-up-operator = The operator of the platform says: { $words }
# Variables: $words (text) - the department's words
cases-follow-up-exclusion = The department would have your rating left out, because: { $words }
cases-follow-up-excluded = Your rating is not counted.
cases-follow-up-on-its-way = Your objection is on this device and is sent as soon as possible.
cases-follow-up-object = This is no answer
cases-follow-up-why = Why it is none
