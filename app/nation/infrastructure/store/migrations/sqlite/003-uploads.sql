-- Files on their way to a case. No name and no media type: the case itself says them. A row lives until its case is taken or it expires.
CREATE TABLE uploads (
    id TEXT PRIMARY KEY,
    subject TEXT NOT NULL,
    key TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    length INTEGER NOT NULL,
    expires_ms INTEGER NOT NULL,
    UNIQUE (subject, key, sha256)
) STRICT, WITHOUT ROWID;
CREATE INDEX uploads_by_end ON uploads (expires_ms);

CREATE TABLE upload_pieces (
    upload_id TEXT NOT NULL REFERENCES uploads (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (upload_id, position)
) STRICT;
