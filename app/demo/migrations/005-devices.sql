-- On which device a person signed in, and when it was used last, in seconds since 1970.
ALTER TABLE grants ADD COLUMN device TEXT NOT NULL DEFAULT '';
ALTER TABLE grants ADD COLUMN used_at INTEGER NOT NULL DEFAULT 0;
