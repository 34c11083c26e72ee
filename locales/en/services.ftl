services-title = Services
services-themes = Themes
services-none = There are no services of this kind yet
services-gone = There is no such service
services-theme-education = Education
services-theme-social-security = Social security
services-theme-healthcare = Healthcare
services-theme-taxation = Taxation
services-theme-transport = Transport
services-theme-utilities = Utilities
services-theme-civil-affairs = Civil affairs
services-theme-housing = Housing
services-theme-public-security = Identity and household
services-theme-employment = Employment
services-theme-business = Business
services-theme-justice = Justice
services-theme-environment = Environment
services-theme-agriculture = Agriculture
services-theme-culture = Culture
services-theme-other = Other
service-region-first = Choose first where you live: a case can be handed in only with that.
    .simple = First say where you live. Then you can hand it in.
service-region-choose = Choose a region
service-start = Start
service-not-online = This service cannot be done online yet. Visit the service counter or call.
    .simple = You cannot do this here yet. Go to the counter, or call.
service-conditions = Who can ask for it
    .simple = Who may ask for it
service-days = Promised time
    .simple = How many working days it takes
service-fee = Fee
    .simple = What it costs
service-phone = Telephone
service-documents = Documents needed
    .simple = What you need
services-by = Browse services
services-by-theme = By theme
services-by-department = By department
# Variables: $count (number) - how many services
services-count = { $count ->
    [one] 1 service
   *[other] { $count } services
}
# Variables: $department (text) - its name
service-more-of = More from { $department }
department-gone = There is no such department
department-services = What it offers
# Variables: $phone (text) - its number
department-call = Call { $phone }
life-events-body = One event, several departments. Here is everything, in the order in which it is best done.
life-events-none = There are no life events yet
life-events-gone = There is no such life event
life-events-steps = What there is to do
regions-title = Regions
regions-body = See what each region offers. When you move, choose your new region and say that you live there.
regions-none = There is no region of that name
regions-gone = There is no such region
regions-home = You live here. Its services come first.
# Variables: $region (text) - its name
regions-live-here = I live in { $region }
regions-no-own = It has no services of its own yet; those of the whole nation are there all the same.
# Variables: $time (text) - a date and time
service-outage-until = It is expected to be back at { $time }.
service-outage-open = Nobody knows yet when it will be back.
service-days-statutory = Time that the law allows
service-region = Where it is offered
service-rating = What people say
# Variables: $score (text) - a number from 1 to 5, $count (number) - how many people
service-rated = { $count ->
   *[other] { $score } of 5, from { $count } people
}
service-rated-none = Too few people have rated it yet
service-result = What you get
# Variables: $issuer (text) - who issues the document
service-document-issuer = Issued by { $issuer }
service-document-fetched = Fetched for you
service-documents-none = No documents are needed
service-document-here = You have it here
service-basis = Legal basis
service-events = Part of these life events
services-by-life-event = By life event
services-by-region = By region
# Variables: $region (text) - its name
services-in = { $region }
# Variables: $region (text) - its name
services-elsewhere = not where you live: { $region }
services-at-counter = at the counter or by phone
services-here = Can be done here
services-off-line = Off line at the moment
services-only-here = Only what can be done here
# Variables: $count (number) - how many more
service-documents-more = { $count ->
    [one] and 1 more
   *[other] and { $count } more
}
