-- Who has a case now, by name of office; what is asked of the person and until when; texts in every language as the contract writes them in JSON.
ALTER TABLE cases ADD COLUMN office TEXT;
ALTER TABLE cases ADD COLUMN asked TEXT;
ALTER TABLE cases ADD COLUMN answer_by TEXT;

-- Whether the promised day has passed without a decision, when an office was told of that, and which.
ALTER TABLE cases ADD COLUMN is_late INTEGER NOT NULL DEFAULT 0;
ALTER TABLE cases ADD COLUMN escalated_ms INTEGER;
ALTER TABLE cases ADD COLUMN escalated_to TEXT;
CREATE INDEX cases_promised ON cases (promised_by) WHERE is_late = 0 AND state IN ('accepted', 'review', 'appealed');

-- A department's queue: what is promised first stands first, what is not promised yet stands last.
ALTER TABLE cases ADD COLUMN queue_day TEXT AS (coalesce(promised_by, '9999-12-31')) VIRTUAL;
CREATE INDEX cases_of_a_queue ON cases (department, queue_day, submitted_ms, id) WHERE state NOT IN ('closed', 'withdrawn');

-- What was said in a case, by its person, its department and the platform.
CREATE TABLE case_entries (
    case_id TEXT NOT NULL REFERENCES cases (id),
    position INTEGER NOT NULL,
    id TEXT NOT NULL UNIQUE,
    party TEXT NOT NULL,
    kind TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    words TEXT,
    attachments TEXT,
    PRIMARY KEY (case_id, position)
) STRICT, WITHOUT ROWID;

-- Claims: a row lives until its department has what is in it. A case has its own reference as id, an act the act's. The position is the
-- order in which a case's deliveries go out.
DROP INDEX outbox_due;
ALTER TABLE outbox RENAME TO outbox_of_cases;
CREATE TABLE outbox (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    case_id TEXT NOT NULL REFERENCES cases (id),
    department TEXT NOT NULL,
    path TEXT NOT NULL,
    body TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    -- How many other deliveries the department took since this one failed first.
    passed_by INTEGER NOT NULL DEFAULT 0,
    due_ms INTEGER NOT NULL,
    put_aside_ms INTEGER,
    status INTEGER
) STRICT;
INSERT INTO outbox (id, case_id, department, path, body, attempts, due_ms)
    SELECT case_id, case_id, department, '/cases', body, attempts, due_ms FROM outbox_of_cases ORDER BY due_ms;
DROP TABLE outbox_of_cases;
CREATE INDEX outbox_due ON outbox (department, due_ms) WHERE put_aside_ms IS NULL;
CREATE INDEX outbox_of_a_case ON outbox (case_id, position);
CREATE INDEX outbox_put_aside ON outbox (department, put_aside_ms) WHERE put_aside_ms IS NOT NULL;
