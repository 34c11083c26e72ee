-- What could not be read when something new was to stand in its place. Nothing takes from here but forgetting everything.
CREATE TABLE put_aside (number INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, name TEXT NOT NULL, content ANY NOT NULL) STRICT;
