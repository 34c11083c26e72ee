-- Life events asked for with one form. The plan is the form and the steps as they were offered then, in the contract's JSON. The content is
-- what the person said and what was proven of them: claims, kept until no step can need them any more; forget_ms says when that is at the
-- latest, once nothing is under way and only an objection could begin something.
CREATE TABLE joint_cases (
    id TEXT PRIMARY KEY,
    subject TEXT NOT NULL,
    life_event TEXT NOT NULL,
    name TEXT NOT NULL,
    region TEXT NOT NULL,
    destination TEXT,
    submitted_ms INTEGER NOT NULL,
    withdrawn_ms INTEGER,
    plan TEXT NOT NULL,
    content TEXT,
    forget_ms INTEGER
) STRICT;
CREATE INDEX joint_cases_of_a_person ON joint_cases (subject, submitted_ms DESC);
CREATE INDEX joint_cases_to_forget ON joint_cases (forget_ms) WHERE forget_ms IS NOT NULL;

CREATE TABLE joint_files (
    joint_id TEXT NOT NULL REFERENCES joint_cases (id),
    position INTEGER NOT NULL,
    file TEXT NOT NULL,
    PRIMARY KEY (joint_id, position)
) STRICT;

-- Where each step stands before it is a case, and which case it is then. Service, department, region and limit are those of the day on which
-- it was handed in.
CREATE TABLE joint_steps (
    joint_id TEXT NOT NULL REFERENCES joint_cases (id),
    position INTEGER NOT NULL,
    id TEXT NOT NULL,
    service TEXT NOT NULL,
    department TEXT NOT NULL,
    region TEXT NOT NULL,
    promised_days INTEGER,
    state TEXT NOT NULL,
    reason TEXT,
    case_id TEXT REFERENCES cases (id),
    PRIMARY KEY (joint_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX joint_steps_ready ON joint_steps (state, joint_id) WHERE state = 'ready';

-- What the platform did, in its order; what happened in the cases stands there.
CREATE TABLE joint_moments (
    joint_id TEXT NOT NULL REFERENCES joint_cases (id),
    position INTEGER NOT NULL,
    moment TEXT NOT NULL,
    PRIMARY KEY (joint_id, position)
) STRICT, WITHOUT ROWID;

-- Of which joint case a case is a step; NULL where it is one by itself.
ALTER TABLE cases ADD COLUMN joint_id TEXT;
ALTER TABLE cases ADD COLUMN joint_step TEXT;

-- Whose a delivery is, so that nobody's hold up another's.
ALTER TABLE outbox ADD COLUMN subject TEXT NOT NULL DEFAULT '';
UPDATE outbox SET subject = (SELECT subject FROM cases WHERE cases.id = outbox.case_id);
DROP INDEX outbox_due;
CREATE INDEX outbox_due ON outbox (department, due_ms, subject) WHERE put_aside_ms IS NULL;

-- How many deliveries each department has taken; and of one that failed, how many it had when it failed first: the difference is how often the
-- failed one was passed by. Counting that in the failed rows themselves would write them all anew with each delivery.
CREATE TABLE outbox_taken (department TEXT PRIMARY KEY, n_taken INTEGER NOT NULL) STRICT, WITHOUT ROWID;
ALTER TABLE outbox RENAME COLUMN passed_by TO taken_before;
