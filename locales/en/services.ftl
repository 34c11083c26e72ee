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
service-start = Start
service-not-online = This service cannot be done online yet. Visit the window or call.
service-conditions = Who can ask for it
service-days = Promised time (working days)
service-fee = Fee
service-phone = Telephone
service-documents = Documents needed
services-by = Look through the services
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
