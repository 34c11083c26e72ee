-- Each time that the person showed a document themselves, or handed it over; the newest has the largest number.
CREATE TABLE showing (number INTEGER PRIMARY KEY AUTOINCREMENT, at_ms INTEGER NOT NULL, content TEXT NOT NULL) STRICT;
