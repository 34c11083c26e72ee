CREATE TABLE console_sessions (
    cookie_hash TEXT COLLATE "C" PRIMARY KEY,
    department TEXT COLLATE "C" NOT NULL,
    token_hash TEXT COLLATE "C" NOT NULL,
    language TEXT COLLATE "C" NOT NULL,
    form_token TEXT COLLATE "C" NOT NULL,
    until_ms BIGINT NOT NULL
);
CREATE INDEX console_sessions_by_end ON console_sessions (until_ms);
-- What is lost of it with the server is a minute's.
CREATE UNLOGGED TABLE seen_proofs (id TEXT COLLATE "C" PRIMARY KEY, until_s BIGINT NOT NULL);
CREATE INDEX seen_proofs_by_end ON seen_proofs (until_s);
