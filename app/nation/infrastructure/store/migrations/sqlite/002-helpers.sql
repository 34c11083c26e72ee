-- A code is kept as a hash under the platform's secret: whoever reads this file learns none that is still taken.
CREATE TABLE helper_codes (
    hash TEXT PRIMARY KEY,
    subject TEXT NOT NULL UNIQUE,
    subject_name TEXT NOT NULL,
    expires_ms INTEGER NOT NULL,
    used_by TEXT
) STRICT, WITHOUT ROWID;

-- The names are claims: they live as long as the link.
CREATE TABLE helper_links (
    id TEXT PRIMARY KEY,
    subject TEXT NOT NULL,
    subject_name TEXT NOT NULL,
    helper TEXT NOT NULL,
    helper_name TEXT NOT NULL,
    since_ms INTEGER NOT NULL,
    UNIQUE (subject, helper)
) STRICT, WITHOUT ROWID;
CREATE INDEX helper_links_of_a_helper ON helper_links (helper);

-- The person's own history: it keeps the name that the helper had, also when the link has ended.
CREATE TABLE helper_looks (
    subject TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    helper_name TEXT NOT NULL
) STRICT;
CREATE INDEX helper_looks_of_a_person ON helper_looks (subject, at_ms DESC);

CREATE TABLE helper_tries (
    helper TEXT NOT NULL,
    at_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX helper_tries_of_a_helper ON helper_tries (helper, at_ms);
