title = A long form
field = Field { $number }
send = Send
