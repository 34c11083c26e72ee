-- The place of each document in a status list of its department, and what the list says there.
CREATE TABLE document_standings (
    department TEXT NOT NULL,
    document TEXT NOT NULL,
    list INTEGER NOT NULL,
    place INTEGER NOT NULL,
    status INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (department, document),
    UNIQUE (department, list, place)
) STRICT, WITHOUT ROWID;
