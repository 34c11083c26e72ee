CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE draft (
    app TEXT NOT NULL,
    route TEXT NOT NULL,
    version INTEGER NOT NULL,
    saved BLOB,
    inputs TEXT NOT NULL,
    updated_ms INTEGER NOT NULL,
    PRIMARY KEY (app, route)
) STRICT;
CREATE TABLE document (
    issuer TEXT NOT NULL,
    id TEXT NOT NULL,
    jws TEXT NOT NULL,
    content TEXT NOT NULL,
    as_of_ms INTEGER NOT NULL,
    PRIMARY KEY (issuer, id)
) STRICT;
CREATE TABLE person_case (id TEXT PRIMARY KEY, submitted_ms INTEGER NOT NULL, content TEXT NOT NULL, as_of_ms INTEGER NOT NULL) STRICT;
CREATE TABLE consent (app TEXT NOT NULL, subject TEXT NOT NULL, content TEXT NOT NULL, PRIMARY KEY (app, subject)) STRICT;
CREATE TABLE disclosure (number INTEGER PRIMARY KEY AUTOINCREMENT, at_ms INTEGER NOT NULL, content TEXT NOT NULL) STRICT;
CREATE TABLE outbox (
    key TEXT PRIMARY KEY,
    created_ms INTEGER NOT NULL,
    content TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE app_storage (app TEXT NOT NULL, name TEXT NOT NULL, value BLOB NOT NULL, PRIMARY KEY (app, name)) STRICT;
