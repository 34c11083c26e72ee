CREATE TABLE use_counts (
    week TEXT COLLATE "C" NOT NULL,
    hash BIGINT NOT NULL,
    bucket BIGINT NOT NULL,
    count BIGINT NOT NULL,
    PRIMARY KEY (week, hash, bucket)
);
CREATE INDEX cases_handled ON cases (submitted_ms) WHERE state IN ('closed', 'withdrawn');
CREATE INDEX joint_steps_of_a_case ON joint_steps (case_id) WHERE case_id IS NOT NULL;
