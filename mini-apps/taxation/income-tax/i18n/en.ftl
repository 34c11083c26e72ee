# Annual income tax: an estimate, and the certificate of tax paid.

## First page

# Variables: $year (text) - the tax year
tax-start-title = Your income tax for { $year }
tax-start-lead = See in a few minutes whether you get tax back or still have to pay. You can start from what the tax office knows, or enter everything yourself.
    .simple = See whether you get money back or have to pay more. It takes a few minutes.
tax-start-how-title = How it is worked out
tax-start-how-text = Your wages for the year, less 60,000 yuan, your own social insurance and your special deductions, are taxed at rates from 3 to 45 percent. What was withheld is taken off.
    .simple = We take your wages of the year. We take off 60,000 yuan, your insurance and what else lowers your tax. On the rest you pay 3 to 45 percent. What was already paid is taken off.
tax-start-data-title = What happens to your data
tax-start-data-text = The estimate is worked out on this phone and is not sent anywhere. Only if you ask for the certificate are the year’s income and tax sent to the tax office.
    .simple = We count on this phone only. Nothing is sent. Only when you ask for the certificate, the tax office gets the numbers.
tax-start-load = Start with what the tax office knows
tax-start-by-hand = Enter everything myself
tax-continue = Continue
tax-finish = Finish
tax-claims-purpose = To be named on the certificate of tax paid

## Income

# Variables: $year (text) - the tax year
tax-income-title = What you earned in { $year }
tax-income-from-office = These amounts come from the tax office. Correct them if they are not right.
tax-income-payers = Who paid you
tax-wages-label = Wages of the whole year
tax-wages-hint = Before tax and insurance were taken off, from all employers
    .simple = All you were paid this year, before anything was taken off
tax-wages-error = Enter the wages of the whole year
tax-social-insurance-label = Social insurance and housing fund
tax-social-insurance-hint = Your own part for the whole year; it stands on your payslip
tax-social-insurance-error = Enter what you paid for social insurance and housing fund; 0 if nothing
tax-withheld-label = Tax already withheld
    .simple = Tax that was already paid for you
tax-withheld-hint = What your employers have paid to the tax office for you
tax-withheld-error = Enter the tax that was withheld; 0 if none

## Deductions

# Variables: $year (text) - the tax year
tax-deductions-title = What lowers your tax in { $year }
tax-children-label = Children from three years on who are at school or in training
tax-children-hint = 24,000 yuan for each child; if both parents share it, count the child at one of you
tax-children-unit = children
tax-children-error = Enter a whole number from 0 to 20
tax-infants-label = Children under three
tax-infants-hint = 24,000 yuan for each child
tax-deductions-label = What else applies to you?
tax-deduction-elderly = I support a parent over 60 and am an only child
tax-deduction-elderly-hint = 36,000 yuan
tax-deduction-elderly-shared = I support a parent over 60 together with brothers or sisters
tax-deduction-elderly-shared-hint = 18,000 yuan, if you share equally
tax-deduction-loan = I pay interest on the loan for my first home
tax-deduction-loan-hint = 12,000 yuan
tax-deduction-learning = I am studying for a degree
tax-deduction-learning-hint = 4,800 yuan
tax-deductions-error-elderly = You are an only child or you share: choose one of the two
tax-rent-label = Do you rent a home in the city where you work?
tax-rent-none = No
tax-rent-large-city = Yes, in a large city
tax-rent-large-city-hint = Municipality, provincial capital or city under separate planning: 18,000 yuan
tax-rent-city = Yes, in another city
tax-rent-city-hint = More than a million people in the city districts: 13,200 yuan
tax-rent-town = Yes, in a smaller place
tax-rent-town-hint = 9,600 yuan
tax-rent-error = Choose whether you rent a home
tax-rent-error-loan = Rent and the interest on a home loan cannot both be deducted: choose one of the two
    .simple = You can choose rent or the home loan, not both.

## Result

# Variables: $year (text) - the tax year
tax-result-title = Your result for { $year }
# Variables: $amount (money) - what is refunded
tax-result-refund = You get { $amount } back.
# Variables: $amount (money) - what is to be paid
tax-result-to-pay = You still have to pay { $amount }.
tax-result-even = You have paid exactly the right amount of tax.
# Variables: $amount (money) - what is to be paid
tax-result-exempt = { $amount } is missing by this estimate, but you are exempt: you need not settle and need not pay.
    .simple = { $amount } is missing, but you need not pay it.
tax-result-estimate = This is an estimate. What counts is the tax office’s assessment.
    .simple = This is only a guess. The tax office tells you what is right.
tax-result-not-asked = Nobody pays who owes at most 400 yuan or whose income of the year is at most 120,000 yuan, for the years through 2027, where the employer withheld tax as the law asks. Not asked here: other income than wages, costs of a serious illness, a personal pension, donations.
    .simple = We asked for wages only. With other income the result is another.
tax-sum-basic = Basic deduction
    .simple = Free of tax for everyone
tax-sum-deductions = Special deductions
    .simple = What else lowers your tax
tax-sum-taxable = Taxed income
tax-sum-tax = Tax of the year
tax-sum-refund = Refund
tax-sum-to-pay = Still to pay
tax-sum-exempt = Difference, not to be paid
tax-brackets-title = How the tax comes about
tax-brackets-page-title = How your tax comes about
tax-brackets-caption = Tax by rate
tax-brackets-column-range = Part of the income
tax-brackets-column-income = Amount in it
tax-brackets-column-rate = Rate
tax-brackets-column-tax = Tax
# Variables: $amount (money) - where the part begins
tax-brackets-above = Above { $amount }
tax-brackets-none = After the deductions nothing is left to be taxed.
tax-brackets-show = See how the tax comes about
tax-brackets-leave = Back to the result
tax-chart-title = Where your wages go
tax-chart-series = Wages
tax-chart-rest = Yours to keep
tax-chart-unit = yuan

## Certificate

tax-certificate-title = Certificate of tax paid
tax-certificate-lead = The certificate shows what you earned and the tax you paid in a year, for a loan, a visa or a rental.
    .simple = A paper that says what you earned and what tax you paid. A bank or a landlord may ask for it.
tax-certificate-load = See what the tax office knows
tax-certificate-year = Year
tax-certificate-income = Income
tax-certificate-tax = Tax
tax-certificate-request = Request the certificate
tax-certificate-sending = Your request is being sent.
tax-sent-title = Certificate requested
tax-sent-confirmation = The tax office has your request
# Variables: $days (number) - working days until the certificate is there
tax-sent-next-days = { $days ->
    [one] The certificate is issued within one working day.
   *[other] The certificate is issued within { $days } working days.
}
tax-sent-next-records = You then find it in your records, also when you are offline.
tax-kept-title = Request kept
tax-kept-text = You are offline. Your request is kept on this phone and sent as soon as you are online; you need not do anything.
    .simple = You have no internet now. We keep your request and send it later. You need not do anything.

## When something stands in the way

tax-trouble-sign-in = Please sign in first; what you have entered stays as it is.
tax-trouble-declined = The certificate carries your name and identity number, so it needs your consent. You can ask for it again at any time.
    .simple = Your name has to stand on the certificate. So you must agree first. You can ask again.
tax-trouble-forbidden = This is not allowed here. Enter your amounts yourself.
tax-trouble-too-often = That was too often in a short time. Wait a minute and try again.
    .simple = Please wait one minute. Then try again.
tax-trouble-offline = You are offline. You can enter your amounts yourself and go on; the certificate needs a connection.
tax-trouble-unavailable = The tax office does not answer right now. Enter your amounts yourself, or try again in a few minutes.
    .simple = The tax office does not answer now. Write the numbers yourself, or try again later.
# Variables: $words (text) - what the tax office said
tax-trouble-objection = The tax office says: { $words }
tax-trouble-objection-unsaid = The tax office could not do this and gave no reason. Call 12366 if it happens again.
