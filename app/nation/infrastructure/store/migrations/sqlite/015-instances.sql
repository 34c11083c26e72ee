-- What several machines that serve one platform have to know of each other. Officers who are signed in at the console, by the hash of their
-- cookie; a restart signs nobody out.
CREATE TABLE console_sessions (
    cookie_hash TEXT PRIMARY KEY,
    department TEXT NOT NULL,
    token_hash TEXT NOT NULL,
    language TEXT NOT NULL,
    form_token TEXT NOT NULL,
    until_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX console_sessions_by_end ON console_sessions (until_ms);

-- Proofs of possession that one machine has seen, so that no other takes them again.
CREATE TABLE seen_proofs (id TEXT PRIMARY KEY, until_s INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX seen_proofs_by_end ON seen_proofs (until_s);
