carry-save-title = An encrypted copy
carry-save-body = Everything of yours on this device in one file: cases, documents, forms that you began, what waits to be sent, settings. A recovery code locks it. Without the code nobody can open it, nor can we.
    .simple = All that is yours here goes into one file. A code locks it. Keep the code safe: nobody can open the file without it.
carry-save = Save an encrypted copy
carry-sign-in = Sign in first: a copy belongs to one person.
carry-code-title = Your recovery code
carry-code-body = Write it down on paper, or print this page, and keep it apart from the file. It is shown this once.
    .simple = Write this code on paper now. You see it only once. Keep the paper in a safe place.
carry-code-copy = Copy the code
carry-code-written = I have written it down
carry-code-cancel = Save no copy now
carry-busy = This takes a moment …
# Variables: $file (text) - where the copy is
carry-saved = The copy is here: { $file }
carry-saved-body = Move it somewhere else: what is on this device alone is lost with it.
    .simple = Put the file on another device too. If you lose this one, the file is still there.
carry-saved-done = Good
carry-bring-title = Bring back a copy
carry-bring-body = What is missing here comes from the copy. Nothing that is newer here is changed.
    .simple = What is in the copy and not here comes here. Nothing here gets lost.
carry-bring-file = The file with the copy
# Variables: $size (text) - the largest size
carry-bring-file-limits = Its name ends in .age. At most { $size }
carry-bring-file-none = No file chosen
carry-bring-code = Recovery code
carry-bring-code-hint = 28 letters and digits. Small or capital letters, with or without dashes
carry-bring = Bring it back
carry-came-title = Your copy is here
carry-came-nothing = Everything of it was here already.
# Variables: $count (number) - how many
carry-came-cases = Cases: { $count }
# Variables: $count (number) - how many
carry-came-documents = Documents: { $count }
# Variables: $count (number) - how many
carry-came-consents = Things you agreed to: { $count }
# Variables: $count (number) - how many
carry-came-disclosures = Lines of what was shared: { $count }
# Variables: $count (number) - how many
carry-came-outgoing = Handed in and not sent yet: { $count }
# Variables: $count (number) - how many
carry-came-drafts = Forms that you began: { $count }
carry-start = I have a copy from another device
fault-carry-code-length = A recovery code has 28 letters and digits. Compare it with what you wrote down.
    .simple = Some signs are missing or too many. Look at your paper again.
fault-carry-code-sign = There is a sign in it that is in no recovery code. It has letters and digits only.
    .simple = One sign is wrong. The code has letters and numbers only.
fault-carry-code-check = There is a mistake in the recovery code. Compare it sign by sign with what you wrote down.
    .simple = One sign is wrong. Look at your paper again, sign by sign.
fault-carry-not-a-copy = This file is no encrypted copy. Choose the file whose name ends in .age.
    .simple = This is another file. Choose the one whose name ends in .age.
fault-carry-wrong-code = This recovery code does not open this file. Each copy has a code of its own.
    .simple = This code is for another file. Each file has its own code.
fault-carry-torn = The file is damaged or not whole. Nothing was changed. Bring it to this device again, or use another copy.
    .simple = This file is broken. Nothing here was changed. Get the file again, or use another one.
fault-carry-work = This file was not made by the app: it would keep this device busy for very long. It was not opened.
    .simple = This file is not from our app. We did not open it.
fault-carry-large = The copy is too large. If much waits to be sent, connect, let it be sent, and save the copy anew.
    .simple = The file is too big. Go online and let everything be sent. Then try again.
fault-carry-newer = A newer version of the app saved this copy. Update the app, then bring it back.
    .simple = This app is too old for the file. Update the app, then try again.
fault-carry-anothers = This copy belongs to another person. Nothing was changed. Whose it is has to be signed in.
    .simple = This file is another person's. Nothing here was changed.
fault-carry-nobodys = Sign in first: a copy belongs to one person.
