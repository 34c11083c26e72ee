cases-title = My cases
cases-gone = There is no such case
cases-history = What happened
# Variables: $reference (text) - the case's reference
cases-reference = Reference: { $reference }
# Variables: $day (text) - a date
cases-promised = promised by { $day }
# Variables: $count (number) - how many applications wait
cases-waiting = { $count ->
    [one] 1 item waits for a connection
   *[other] { $count } items wait for a connection
}
cases-state-received = Received
cases-state-accepted = Accepted
cases-state-refused = Not accepted
cases-state-correction-asked = Correction asked
cases-state-review = Under review
cases-state-approved = Approved
cases-state-rejected = Rejected
cases-state-delivered = Delivered
cases-state-closed = Closed
cases-state-withdrawn = Withdrawn
cases-progress-not-started = Not started
cases-progress-blocked = Waiting for something else
cases-progress-in-progress = Under way
cases-progress-waiting-for-you = Your turn
cases-progress-done = Done
cases-progress-problem = Problem
cases-rate = Rate this service
cases-rate-question = How content are you?
cases-rate-text = Anything to add
cases-rate-send = Send the rating
# Variables: $level (text) - the level in words
cases-rated = Your rating: { $level }
cases-rating-very-satisfied = Very satisfied
cases-rating-satisfied = Satisfied
cases-rating-fairly-satisfied = Fairly satisfied
cases-rating-dissatisfied = Dissatisfied
cases-rating-very-dissatisfied = Very dissatisfied
