# What the platform itself says in a case.
case-late = The promised day has passed without a decision. The department has to say why.
# Variables: $office (text) - the office that was told
case-late-told = The promised day has passed without a decision. { $office } was told and asks the department for the reason.
case-put-aside = The department could not take this case from the platform. It is kept here, and the department has been told. You need not hand it in again.
act-put-aside = The department could not take what you sent last from the platform. It is kept here, and the department has been told. You need not send it again.
step-not-needed = By what you answered, this step is not needed.
step-refused-before = A step before this one was decided against you, so this one cannot begin. You can object to that decision; if it falls, this step goes on by itself.
step-withdrawn-before = You took back a step that has to come before this one. To have this one done, ask for its service by itself.
step-no-document = The document that this step takes did not come, or is not valid any more. Ask the department that issues it, or ask for this service by itself.
step-withdrawn = You took this step back before it began. You can ask for its service by itself at any time.
