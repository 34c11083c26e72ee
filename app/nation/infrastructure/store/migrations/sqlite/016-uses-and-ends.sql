-- How often services are used: sums of what devices say at random, of nobody (fingertip_contract::use_counts).
CREATE TABLE use_counts (
    week TEXT NOT NULL,
    hash INTEGER NOT NULL,
    bucket INTEGER NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (week, hash, bucket)
) STRICT, WITHOUT ROWID;

-- Cases of which nothing is left to be done, by their age: they go some day.
CREATE INDEX cases_handled ON cases (submitted_ms) WHERE state IN ('closed', 'withdrawn');
CREATE INDEX joint_steps_of_a_case ON joint_steps (case_id) WHERE case_id IS NOT NULL;
