# Bus card: balance, topping up, lines and next buses.

## The card

bus-card-title = Your bus card
bus-card-balance = Balance
bus-card-number = Card number
bus-card-loading = Your card is loading.
bus-card-load = Show my card
bus-refresh = Update
bus-top-up = Top up
bus-trips-title = Last trips
bus-trips-show = See the last trips
bus-trips-none = No trips yet.
# Variables: $line (text) - name of the line
bus-trip-line = Line { $line }
bus-lines-link = Lines and next buses
bus-lines-link-detail = See when the next bus comes to your stop
bus-to-card = Back to the card

## A payment that is not on the card yet

bus-receipt-waiting = You have paid, but the money is not on your card yet. Nothing is lost: the proof of payment is kept on this phone.
    .simple = You paid. The money is not on your card yet. It is not lost.
bus-receipt-redeem = Add it to the card now
bus-receipt-redeeming = Your payment is being added to the card.
bus-receipt-recovered = An earlier payment has been added to your card.

## Topping up

bus-top-up-title = Top up your bus card
bus-amount-label = How much?
bus-amount-hint = The money is on your card as soon as it is paid
bus-amount-error = Choose how much to top up
bus-continue = Continue
bus-bill-title = Pay
bus-bill-purpose = Topping up your bus card
bus-bill-line = On your card
bus-bill-once = If something goes wrong, you can safely try again: this bill is paid only once.
    .simple = If it does not work, try again. You pay only once.
bus-bill-paying = Your payment is under way.
bus-topped-up-title = Topped up
bus-topped-up-confirmation = The money is on your card
# Variables: $balance (money) - what is on the card now
bus-topped-up-balance = Your balance is { $balance } now.
bus-topped-up-use = You can use it on the next bus.

## Lines

bus-lines-title = Lines and next buses
bus-lines-query = Line or stop
bus-lines-query-hint = For example 7 or Railway Station; leave it empty to see all lines
    .simple = For example 7. Write nothing to see all lines.
bus-lines-search = Search
bus-lines-searching = Looking for lines.
bus-lines-found = Lines found
bus-lines-none = No line or stop is called that. Try fewer characters.
# Variables: $from (text) - first stop, $to (text) - last stop
bus-lines-way = From { $from } to { $to }
# Variables: $name (text) - name of the line
bus-line-title = { $name }: next buses
bus-stops-caption = Next buses at each stop
bus-stops-column-stop = Stop
bus-stops-column-next = Next bus
bus-stops-column-after = The one after
bus-stops-loading = The next buses are loading.
bus-stops-none = There are no buses on this line now.
bus-lines-other = Other lines
# Variables: $minutes (number) - minutes until the bus comes
bus-minutes = { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}
bus-minutes-now = Arriving now
bus-minutes-none = None

## When something stands in the way

bus-trouble-sign-in = Please sign in to go on.
bus-trouble-declined = You did not agree, so nothing was paid.
bus-trouble-forbidden = This is not allowed here.
bus-trouble-too-often = That was too often in a short time. Wait a minute and try again.
    .simple = Please wait one minute. Then try again.
bus-trouble-offline = You are offline. Try again when you are connected.
    .simple = You have no internet now. Try again later.
bus-trouble-unavailable = This does not work right now. Try again in a few minutes, or call 12328.
    .simple = It does not work now. Try again later, or call 12328.
# Variables: $words (text) - what the transport department said
bus-trouble-objection = The transport department says: { $words }
bus-trouble-objection-unsaid = The transport department could not do this and gave no reason. Call 12328 if it happens again.
    .simple = It did not work, and nobody said why. If it happens again, call 12328.

## The card for home

bus-widget-title = Bus card
bus-widget-low = Top up soon
bus-widget-receipt = A payment is not on the card yet
# Variables: $line (text) - name of the line, $fare (money) - what the trip cost
bus-widget-trip = Last trip: line { $line }, { $fare }
