-- In how many working days a case is promised, as its service said when it was received, and whether the day that follows may still move.
ALTER TABLE cases ADD COLUMN promised_days INTEGER;
ALTER TABLE cases ADD COLUMN promise_may_move INTEGER NOT NULL DEFAULT 0;
