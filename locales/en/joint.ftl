# A life event asked for with one form
joint-begin = Ask for all of it with one form
joint-go-on = Go on with the form
joint-spared = { $together } questions instead of { $apart } when each office asks for itself. No document is asked for that an office has already.
joint-continue = Continue
joint-back = Back to the page before
joint-yes = Yes
joint-no = No
joint-destination-title = Where do you move to?
joint-destination = Your new region
joint-destination-hint = The offices there go on with what the offices here have done.
joint-check-title = Check your answers
joint-check-body = Nothing has been handed in yet. One press hands it in to every office below; each is told only what it needs.
joint-told = Who does what
joint-by = { $department } · { $region }
joint-facts =
    { $count ->
        [one] { $count } proven fact
       *[other] { $count } proven facts
    }
joint-hand-in = Hand in
joint-put-away = Discard the form
joint-not-for-another = You act for somebody else now. This form is handed in for yourself alone.
joint-none = This cannot be asked for with one form
joint-together = Asked for with one form
joint-steps = Steps
joint-part-of = Part of: { $name }
joint-waits = Waits for: { $steps }
joint-from = from: { $step }
joint-state-under-way = Under way
joint-state-asks = Something is asked of you
joint-state-done = Everything is done
joint-state-ended = Ended; not everything was done
joint-step-waiting = Waits for an earlier step
joint-step-ready = Begins now
joint-step-skipped = Is not done
joint-moment-submitted = You handed it in
joint-moment-begun = A step begins
joint-moment-handed-on = A document went on to the next office
joint-moment-moved = A step moved on
joint-moment-told = The platform says
joint-moment-resumed = A step is done after all
joint-withdraw = Take all of it back
joint-withdraw-step = Take this step back
joint-withdraw-sure = What is decided stays. Everything else, and what depends on it, is taken back.
joint-withdraw-yes = Yes, take it back
joint-withdraw-no = Keep it
