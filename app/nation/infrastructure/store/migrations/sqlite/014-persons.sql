-- Who a person is at each provider. An issuer names people for itself: the same text of another issuer is somebody else.
CREATE TABLE identities (
    issuer TEXT NOT NULL,
    subject TEXT NOT NULL,
    person TEXT NOT NULL,
    since_ms INTEGER NOT NULL,
    PRIMARY KEY (issuer, subject)
) STRICT, WITHOUT ROWID;
CREATE INDEX identities_of_a_person ON identities (person);

-- By which number a provider of high assurance knows a person: a keyed hash, which nobody can reckon back without the platform's secret.
CREATE TABLE person_marks (
    mark TEXT PRIMARY KEY,
    person TEXT NOT NULL UNIQUE
) STRICT, WITHOUT ROWID;

-- The names that a person had before two that were kept apart turned out to be one.
CREATE TABLE former_persons (
    former TEXT PRIMARY KEY,
    person TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX former_persons_of_a_person ON former_persons (person);

-- The provider that was the only one: its people keep the names that they had here before there were others.
CREATE TABLE first_issuer (only INTEGER PRIMARY KEY CHECK (only = 1), issuer TEXT NOT NULL) STRICT;

-- A session is its issuer's. What ended before there were several is nobody else's either.
ALTER TABLE ended_sessions RENAME TO ended_sessions_of_one;
CREATE TABLE ended_sessions (
    issuer TEXT NOT NULL,
    sid TEXT NOT NULL,
    until_ms INTEGER NOT NULL,
    PRIMARY KEY (issuer, sid)
) STRICT, WITHOUT ROWID;
INSERT INTO ended_sessions SELECT '', sid, until_ms FROM ended_sessions_of_one;
DROP TABLE ended_sessions_of_one;
