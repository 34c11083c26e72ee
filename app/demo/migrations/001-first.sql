CREATE TABLE grants (
    id TEXT PRIMARY KEY,
    subject TEXT NOT NULL,
    scope TEXT NOT NULL,
    auth_time INTEGER NOT NULL,
    revoked INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

-- Codes and refresh tokens are kept as hashes: the file alone opens no session.
CREATE TABLE codes (
    hash TEXT PRIMARY KEY,
    grant_id TEXT NOT NULL REFERENCES grants (id),
    redirect_uri TEXT NOT NULL,
    challenge TEXT NOT NULL,
    nonce TEXT,
    expires_at INTEGER NOT NULL,
    used INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

CREATE TABLE refresh_tokens (
    hash TEXT PRIMARY KEY,
    grant_id TEXT NOT NULL REFERENCES grants (id),
    expires_at INTEGER NOT NULL,
    used INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

CREATE TABLE department_cases (
    id TEXT PRIMARY KEY,
    department TEXT NOT NULL,
    body TEXT NOT NULL,
    steps_done INTEGER NOT NULL DEFAULT 0,
    due_ms INTEGER,
    attempts INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE INDEX department_cases_due ON department_cases (department, due_ms);

CREATE TABLE payments (
    subject TEXT NOT NULL,
    key TEXT NOT NULL,
    request_hash TEXT NOT NULL,
    response TEXT NOT NULL,
    PRIMARY KEY (subject, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE bus_cards (
    subject TEXT PRIMARY KEY,
    card TEXT NOT NULL,
    balance_minor INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE bus_trips (
    subject TEXT NOT NULL REFERENCES bus_cards (subject),
    at_ms INTEGER NOT NULL,
    line TEXT NOT NULL,
    minor INTEGER NOT NULL,
    PRIMARY KEY (subject, at_ms)
) STRICT, WITHOUT ROWID;

CREATE TABLE bus_top_ups (
    receipt TEXT PRIMARY KEY,
    subject TEXT NOT NULL,
    balance_minor INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
