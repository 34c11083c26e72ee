-- Each payment that the person made, with its receipt; the newest has the largest number.
CREATE TABLE payment (number INTEGER PRIMARY KEY AUTOINCREMENT, at_ms INTEGER NOT NULL, content TEXT NOT NULL) STRICT;
