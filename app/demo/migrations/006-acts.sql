-- What persons did in cases that a department works on, in the order in which it was told.
CREATE TABLE department_acts (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    case_id TEXT NOT NULL REFERENCES department_cases (id),
    body TEXT NOT NULL,
    is_done INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX department_acts_of_a_case ON department_acts (case_id, position);
