-- Sessions that their issuer has ended, until no token of theirs can be good any more.
CREATE TABLE ended_sessions (sid TEXT PRIMARY KEY, until_ms INTEGER NOT NULL) STRICT, WITHOUT ROWID;
