search-title = {{title}}
search-query = Name or number
search-query-hint = A part of it is enough
search-button = Look it up
entry-name = Name
entry-number = Number
trouble-text = The register does not answer at the moment. Try again.
entry-back = Look up something else
