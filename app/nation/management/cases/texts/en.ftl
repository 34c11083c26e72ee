# What the platform itself says in a case.
case-late = The promised day has passed without a decision. The department has to say why.
# Variables: $office (text) - the office that was told
case-late-told = The promised day has passed without a decision. { $office } was told and asks the department for the reason.
case-put-aside = The department could not take this case from the platform. It is kept here, and the department has been told. You need not hand it in again.
act-put-aside = The department could not take what you sent last from the platform. It is kept here, and the department has been told. You need not send it again.
