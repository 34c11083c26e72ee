family-title = Family and helpers
family-body = Somebody you trust can follow your cases on their own phone: their status and what is asked for. They see no documents and cannot apply for you. You can stop it at any time.
family-sign-in = Sign in to let somebody help you, or to help
family-helpers = Who helps me
# Variables: $day (text) - since when
family-since = Since { $day }
# Variables: $time (text) - when the helper looked last
family-looked = Looked last: { $time }
family-code-make = Let somebody help me
family-code = Tell this number to the person who shall help you
# Variables: $time (text) - when the code is over
family-code-until = It works until { $time }, and once.
family-code-warning = Tell only somebody you know
family-code-warning-body = No office will ever ask you for this number. Whoever calls and asks for it is a fraud.
family-code-put-away = Put the number away
family-helped = Whom I help
family-helped-cases = Look at their cases
family-enter = The 8-digit number you were told
family-enter-hint = They find it under “Family and helpers”, “Let somebody help me”
family-enter-go = Help this person
family-end-helper = Stop this help
family-end-helped = Stop helping this person
family-end-sure = Really stop? To begin again takes a new number.
family-end-keep = Go on as it is
family-end-yes = Stop
family-gone = You do not help this person any more
# Variables: $name (text) - the name of the person who is helped
family-cases-of = Cases of { $name }
family-cases-body = They see that you looked. You can look, and do nothing in their name.
family-cases-empty = They have no cases
# Variables: $name (text) - the helper
family-ledger-look = { $name }, who helps you, looked at your cases
