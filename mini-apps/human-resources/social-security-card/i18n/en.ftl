# Social security card: applying for one.

## First page

card-intro-title = Apply for a social security card
card-intro-lead = One card for your pension, medical insurance, benefits and bank account. You can apply here in about ten minutes.
    .simple = One card for your pension and for the doctor. Asking for it takes about ten minutes.
card-intro-fee = Cost
card-intro-fee-free = Free of charge
card-intro-time = Ready within (working days)
card-intro-who = Who can apply
card-intro-who-value = Everyone insured in this region
card-intro-need-title = What you need
card-intro-need-phone = A telephone number where we can reach you
card-intro-need-bank = The bank that you want on the card
card-intro-need-photo = A photo, if you do not want the one of your identity card
card-intro-data-title = What happens to your data
card-intro-data-text = With your consent we read your name and identity number from your records and print them on the card. We keep the application for two years after the card is issued.
    .simple = If you agree, we take your name and your identity number. They are printed on the card. We keep your papers for two years.
card-start = Start
card-continue = Continue
card-finish = Finish
card-claims-purpose = To be printed on your social security card

## Help

card-help-link = Questions and answers
card-help-title = Questions and answers
card-help-lost = I have lost my card
card-help-lost-text = Report the loss by telephone first, so that nobody else can use it. Then apply for a new card here.
    .simple = First call us, so that nobody else can use the card. Then ask for a new one here.
card-help-child = I am applying for my child
card-help-child-text = Sign in with your child’s profile. Choose your own telephone number, so that we can reach you.
card-help-bank = Can I change the bank later?
card-help-bank-text = Yes. You get a new card with an account at the other bank; the old card stays valid until you have it.
    .simple = Yes. You get a new card. Until then you can use the old one.
# Variables: $phone (text) - the service line
card-help-call = More questions? Call { $phone }, every day, in Chinese and English.
card-help-leave = Back to the application

## About you

card-you-title = About you
card-facts-title = From your records
card-facts-lead = This is what will be printed on the card. If it is wrong, have your household registration corrected first.
    .simple = This is printed on the card. Is it wrong? Then go to the household registration first.
card-name-label = Name
card-name-hint = As on your identity card
card-name-error = Enter your name as it stands on your identity card
card-id-number-label = Identity number
card-id-number-hint = 18 characters; the last one may be an X
card-id-number-error = Check the identity number: it has 18 characters and one of them is not right
card-phone-label = Telephone number
card-phone-hint = We call or text you only about this card
card-phone-error = Enter a telephone number, such as 138 0013 8000

## Photo

card-photo-title = Photo on the card
card-photo-label = Which photo should be on the card?
card-photo-identity-card = The photo of my identity card
card-photo-identity-card-hint = You need not do anything
card-photo-upload = A new photo
card-photo-upload-hint = From your phone, or taken now
card-photo-error = Choose which photo should be on the card
card-photo-file-label = Your photo
card-photo-file-hint = Face from the front, plain light background, JPEG or PNG, at most 2 MB
    .simple = Only your face, from the front, with a light wall behind you. At most 2 MB.
card-photo-file-error = Add your photo, or choose the photo of your identity card
# Variables: $name (text) - the file's name
card-photo-file-chosen = Photo already added: { $name }

## Bank and delivery

card-delivery-title = Bank and delivery
card-bank-label = Bank on the card
card-bank-hint = Benefits are paid to an account at this bank. Type to search.
card-bank-hint-written = Write the bank’s name. Benefits are paid to an account there.
card-bank-error = Choose the bank that you want on the card
card-options-loading = The list of banks and offices is on its way. You can also write the bank’s name.
card-options-missing = The list of banks and offices could not be loaded. Write the bank’s name, or load the list again.
    .simple = We could not get the list of banks. Write the name of your bank, or try again.
card-options-load = Load the list again
card-delivery-label = How do you want to get the card?
card-delivery-post = Send it to me
card-delivery-post-hint = By registered courier, free of charge
card-delivery-pick-up = I will pick it up
card-delivery-pick-up-hint = At an office, with your identity card
card-delivery-error = Choose how you want to get the card
card-office-label = Office
card-office-error = Choose the office where you want to pick the card up
card-office-none = There is no list of offices at the moment. Load the list again, or have the card sent to you.
card-office-address = Address of the office
card-pick-up-label = Day on which you would like to come
card-pick-up-hint = We text you if the card is not ready by then
card-pick-up-error = Choose today or a later day
card-address-label = Address for the courier
card-address-hint = City, district, street, house and flat
card-address-error = Enter the full address, so that the courier finds you
card-courier-label = A good time for the courier’s call
card-courier-hint = Leave it empty if any time is fine
card-news-label = News about your card
card-news-sms = By text message
card-news-email = By e-mail
card-news-both = By text message and e-mail
card-news-none = No news wanted
card-truth-label = Declaration
card-truth-statement = Everything I have entered is true. I know that a false statement can cost me the card.
card-truth-error = Agree to the declaration to go on

## Check and send

card-check-title = Check your answers
card-check-lead = Is everything right? You can change each answer until you send the application.
card-check-claims = When you send it, the department gets these answers and the facts that you agreed to share.
    .simple = When you send it, the department sees these answers and what you agreed to share.
card-check-sending = Your application is being sent.
card-send = Send the application

## Afterwards

card-sent-title = Application sent
card-sent-confirmation = We have your application
# Variables: $days (days) - the time that the department promises
card-sent-next-check = We check it and make the card within { $days } (working days).
card-sent-next-post = The courier calls you before coming.
card-sent-next-pick-up = We text you when the card is ready at the office. Bring your identity card.
card-progress-title = Where your application stands
card-kept-title = Application kept
card-kept-text = You are offline. Your application is kept safely on this phone and sent as soon as you are online; you need not do anything.
    .simple = You have no internet now. We keep your papers and send them later. You need not do anything.
card-state-received = Received
card-state-accepted = Accepted
card-state-review = Being checked
card-state-correction-asked = Something is missing: please see your messages
    .simple = Something is missing. Look at your messages
card-state-approved = Approved, the card is being made
card-state-delivered = The card is with you
card-state-closed = Closed
card-state-refused = Not accepted
card-state-rejected = Decided against
    .simple = The answer is no
card-state-withdrawn = Withdrawn by you

## When something stands in the way

card-trouble-sign-in = Please sign in first; your answers stay as they are.
card-trouble-declined = You did not share your name and identity number. That is fine: write them yourself.
card-trouble-forbidden = Your records cannot be read here. Write your name and identity number yourself.
card-trouble-too-often = That was too often in a short time. Wait a minute and try again.
    .simple = Please wait one minute. Then try again.
card-trouble-offline = You are offline. Your answers are kept; try again when you are online.
    .simple = You have no internet now. What you wrote stays. Try again later.
card-trouble-unavailable = The department does not answer right now. Your answers are kept; try again in a few minutes or call 12333.
    .simple = The department does not answer now. What you wrote stays. Try again later, or call 12333.
# Variables: $words (text) - what the department said
card-trouble-objection = The department could not take the application: { $words }
    .simple = The department cannot take it. It says: { $words }
card-trouble-objection-unsaid = The department could not take the application and gave no reason. Check your answers, or call 12333.
