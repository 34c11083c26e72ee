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
