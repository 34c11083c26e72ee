-- A file that its case has taken is still told to be whole, until it expires: its pieces are the case's.
ALTER TABLE uploads ADD COLUMN is_taken INTEGER NOT NULL DEFAULT 0;
