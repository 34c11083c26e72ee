# Household bills: water, electricity and gas.

## The account

bills-account-title = Household bills
bills-account-lead = See and pay what your home owes for water, electricity and gas.
bills-account-label = Account number
bills-account-hint = 10 digits; it is on your last bill, for example 1020304050. You can also pay for your parents.
    .simple = 10 digits. They are on your last bill. You can also pay for your parents.
bills-account-error = Enter the account number; it has 10 digits
bills-look-up = Show the bills
bills-looking-up = Your bills are loading.

## The bills

bills-title = Your home’s bills
# Variables: $count (number) - bills to pay, $total (money) - all of them
bills-due = { $count ->
    [one] One bill to pay: { $total }
   *[other] { $count } bills to pay: { $total }
}
bills-none = There is nothing to pay for this account.
bills-all-paid = Everything is paid.
bills-supply-water = Water
bills-supply-power = Electricity
bills-supply-gas = Gas
bills-row-due = To pay
bills-row-paid = Paid
bills-other-account = Another account

## Use

bills-usage-title = Use in the last 12 months
bills-usage-show = See the use in the last 12 months
bills-usage-water = Water used
bills-usage-power = Electricity used
bills-usage-gas = Gas used
bills-show-water = Show water
bills-show-power = Show electricity
bills-show-gas = Show gas
bills-unit-m3 = m³
bills-unit-kwh = kWh
# Variables: $used (number) - cubic metres
bills-used-m3 = { $used } m³
# Variables: $used (number) - kilowatt hours
bills-used-kwh = { $used } kWh
bills-month-short-01 = Jan
bills-month-short-02 = Feb
bills-month-short-03 = Mar
bills-month-short-04 = Apr
bills-month-short-05 = May
bills-month-short-06 = Jun
bills-month-short-07 = Jul
bills-month-short-08 = Aug
bills-month-short-09 = Sep
bills-month-short-10 = Oct
bills-month-short-11 = Nov
bills-month-short-12 = Dec
# Variables: $year (text) - four digits, $month (text) - m01 to m12
bills-month = { $month ->
    [m01] January { $year }
    [m02] February { $year }
    [m03] March { $year }
    [m04] April { $year }
    [m05] May { $year }
    [m06] June { $year }
    [m07] July { $year }
    [m08] August { $year }
    [m09] September { $year }
    [m10] October { $year }
    [m11] November { $year }
   *[m12] December { $year }
}

## One bill

bills-bill-title = Bill
bills-bill-gone = This bill is not there any more.
bills-bill-paid = This bill is paid.
bills-fact-supply = For
bills-fact-month = Month
bills-fact-used = Used
bills-fact-paid = Paid on
bills-purpose-water = Water bill
bills-purpose-power = Electricity bill
bills-purpose-gas = Gas bill
bills-once = If something goes wrong, you can safely try again: this bill is paid only once.
    .simple = If it does not work, try again. You pay only once.
bills-paying = Your payment is under way.
bills-to-bills = Back to the bills
bills-paid-title = Paid
bills-paid-confirmation = Your bill is paid
bills-paid-next = The utilities have received the payment. There is nothing left to do for this bill.
    .simple = The money has arrived. You need not do anything more.

## A payment that the utilities do not have yet

bills-receipt-waiting = You have paid, but the utilities do not know yet. Nothing is lost: the proof of payment is kept on this phone.
    .simple = You paid. The water, power or gas office does not know it yet. The money is not lost.
bills-receipt-redeem = Hand it in now
bills-receipt-redeeming = Your payment is being handed in.

## When something stands in the way

bills-trouble-sign-in = Please sign in to go on.
bills-trouble-declined = You did not agree, so nothing was paid.
bills-trouble-forbidden = This is not allowed here.
bills-trouble-too-often = That was too often in a short time. Wait a minute and try again.
    .simple = Please wait one minute. Then try again.
bills-trouble-offline = You are offline. Try again when you are connected.
    .simple = You have no internet now. Try again later.
bills-trouble-unavailable = This does not work right now. Try again in a few minutes, or call 12345.
    .simple = It does not work now. Try again later, or call 12345.
# Variables: $words (text) - what the utilities said
bills-trouble-objection = The utilities say: { $words }
bills-trouble-objection-unsaid = The utilities could not do this and gave no reason. Call 12345 if it happens again.
    .simple = It did not work, and nobody said why. If it happens again, call 12345.
