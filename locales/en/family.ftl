family-title = Family and helpers
family-body = Somebody you trust can follow your cases on their own phone: their status and what is asked for. If you say so, they can also hand in for you, until a day that you choose. They see no documents. You can stop it at any time.
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
family-cases-body = They see that you looked, and what you do in their name.
family-cases-empty = They have no cases
# Variables: $name (text) - the helper
family-ledger-look = { $name }, who helps you, looked at your cases
family-case-by-you = You handed this in for them
# Variables: $name (text) - the helper
family-ledger-act = { $name }, who helps you, acted for you
mandate-may = What may this person do?
mandate-follow = Follow my cases
mandate-follow-hint = They see where your cases stand. They cannot apply for you.
mandate-hand-in = Follow, and hand in for me
    .simple = Follow, and apply for me
mandate-hand-in-hint = While they do it, they see what the department shows you in its services. You find each time under “My data and who uses it”.
    .simple = They see what the department shows you. You can see each time they do it.
mandate-departments = At which department?
mandate-departments-all = At all departments
mandate-until = Until which day?
mandate-until-hint = It ends by itself after this day. You can end it sooner.
mandate-until-wrong = Give a day, today or later.
mandate-line-follow = May follow, and not hand in
# Variables: $day (text) - the last day
mandate-line-all = May also hand in until { $day }, at all departments
# Variables: $day (text) - the last day; $departments (text) - the departments' names
mandate-line-some = May also hand in until { $day }, at: { $departments }
# Variables: $day (text) - the last day
mandate-line-over = May follow. Handing in ended on { $day }.
acting-label = Acting for another
# Variables: $name (text) - for whom
acting-for = You act for { $name }
# Variables: $name (text) - for whom
acting-begin = Act for { $name }
acting-stop = Stop, and act for myself
