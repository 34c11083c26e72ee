lock-title = Fingertip is closed
lock-next = Your records on this device open with your PIN.
lock-pin = PIN
lock-open = Open
lock-forgotten = Forgotten it? Without the PIN nobody can open the records on this device. Your cases are also with the platform: delete the app’s data and sign in again.
# Variables: $least, $most (number) - how many digits
lock-pin-shape = A PIN has { $least } to { $most } digits.
lock-pin-weak = This PIN is easy to guess. Choose other digits.
lock-pin-wrong = This is not the PIN.
# Variables: $time (text) - when the next one is tried
lock-pin-wait = There were too many wrong PINs. The next one can be tried on { $time }.
lock-pin-other = The two are not the same.
lock-settings = App lock
lock-settings-on = A PIN opens the app on this device. It closes when it was out of sight for five minutes.
lock-settings-off = Without a PIN, whoever can open this device can open the app.
lock-pin-before = Present PIN
lock-pin-new = New PIN
lock-pin-again = New PIN once more
lock-keep = Keep the PIN
lock-remove = Remove the PIN
lock-choose = Choose a PIN
lock-change = Change or remove the PIN
lock-now = Close now
