-- When an item of the outbox is tried again, and why it was not accepted: as JSON, none while it waits.
ALTER TABLE outbox ADD COLUMN not_before_ms INTEGER NOT NULL DEFAULT 0;
ALTER TABLE outbox ADD COLUMN refusal TEXT;
-- The form that an item of the outbox was handed in from, as it was: it comes back if the item is not accepted.
CREATE TABLE handed_in (
    key TEXT PRIMARY KEY,
    app TEXT NOT NULL,
    route TEXT NOT NULL,
    version INTEGER NOT NULL,
    saved BLOB,
    inputs TEXT NOT NULL,
    updated_ms INTEGER NOT NULL
) STRICT;
