-- What was taken away: a copy of the records that is older brings none of it back. `at_ms` is when what is gone was last written.
CREATE TABLE gone (kind TEXT NOT NULL, name TEXT NOT NULL, at_ms INTEGER NOT NULL, PRIMARY KEY (kind, name)) STRICT;
