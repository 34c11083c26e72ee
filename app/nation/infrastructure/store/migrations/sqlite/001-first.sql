CREATE TABLE catalogue (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    body TEXT NOT NULL
) STRICT;

CREATE TABLE cases (
    id TEXT PRIMARY KEY,
    subject TEXT NOT NULL,
    service TEXT NOT NULL,
    department TEXT NOT NULL,
    region TEXT NOT NULL,
    app TEXT NOT NULL,
    state TEXT NOT NULL,
    submitted_ms INTEGER NOT NULL,
    promised_by TEXT,
    rating_level TEXT,
    rating_text TEXT,
    rated_ms INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX cases_of_a_person ON cases (subject, submitted_ms DESC);

CREATE TABLE case_steps (
    case_id TEXT NOT NULL REFERENCES cases (id),
    position INTEGER NOT NULL,
    state TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    note TEXT,
    PRIMARY KEY (case_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE case_documents (
    case_id TEXT NOT NULL REFERENCES cases (id),
    position INTEGER NOT NULL,
    jws TEXT NOT NULL,
    PRIMARY KEY (case_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE idempotency (
    subject TEXT NOT NULL,
    key TEXT NOT NULL,
    request_hash TEXT NOT NULL,
    response TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    PRIMARY KEY (subject, key)
) STRICT, WITHOUT ROWID;

-- Claims: a row lives until its department has the case.
CREATE TABLE outbox (
    case_id TEXT PRIMARY KEY REFERENCES cases (id),
    department TEXT NOT NULL,
    body TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    due_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX outbox_due ON outbox (department, due_ms);
