-- What people think of how their cases were handled, and what became of it; texts in every language as the contract writes them in JSON.
CREATE TABLE ratings (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    case_id TEXT NOT NULL UNIQUE REFERENCES cases (id),
    department TEXT NOT NULL,
    service TEXT NOT NULL,
    region TEXT NOT NULL,
    level TEXT NOT NULL,
    text TEXT NOT NULL,
    reasons TEXT NOT NULL DEFAULT '[]',
    is_anonymous INTEGER NOT NULL DEFAULT 0,
    at_ms INTEGER NOT NULL,
    -- The last day of an answer in time; NULL where none has to be given.
    reply_by TEXT,
    reply TEXT,
    replied_ms INTEGER,
    appeal TEXT,
    appeal_answer TEXT,
    appeal_answered_ms INTEGER,
    is_appeal_granted INTEGER NOT NULL DEFAULT 0,
    exclusion TEXT,
    exclusion_answer TEXT,
    is_excluded INTEGER NOT NULL DEFAULT 0,
    awaits_review INTEGER AS ((appeal IS NOT NULL AND appeal_answer IS NULL) OR (exclusion IS NOT NULL AND exclusion_answer IS NULL)) VIRTUAL
) STRICT;
CREATE INDEX ratings_of_a_department ON ratings (department, position);
CREATE INDEX ratings_to_review ON ratings (position) WHERE awaits_review = 1;
INSERT INTO ratings (id, case_id, department, service, region, level, text, at_ms)
    SELECT lower(hex(randomblob(16))), id, department, service, region, rating_level, coalesce(rating_text, ''), coalesce(rated_ms, submitted_ms)
    FROM cases WHERE rating_level IS NOT NULL ORDER BY rated_ms;

-- How many ratings that count gave each level, so that nothing is ever counted anew.
CREATE TABLE rating_counts (
    kind TEXT NOT NULL,
    of TEXT NOT NULL,
    level TEXT NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (kind, of, level)
) STRICT, WITHOUT ROWID;
INSERT INTO rating_counts SELECT 'service', service, level, count(*) FROM ratings GROUP BY service, level;
INSERT INTO rating_counts SELECT 'department', department, level, count(*) FROM ratings GROUP BY department, level;
INSERT INTO rating_counts SELECT 'region', region, level, count(*) FROM ratings GROUP BY region, level;

ALTER TABLE cases DROP COLUMN rating_level;
ALTER TABLE cases DROP COLUMN rating_text;
ALTER TABLE cases DROP COLUMN rated_ms;
