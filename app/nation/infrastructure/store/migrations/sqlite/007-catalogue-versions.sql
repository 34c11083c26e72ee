-- What each of the latest versions of the catalogue held, so that a phone that knows one reads only what has changed since.
CREATE TABLE catalogue_version (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    version TEXT NOT NULL UNIQUE,
    held TEXT NOT NULL
) STRICT;
