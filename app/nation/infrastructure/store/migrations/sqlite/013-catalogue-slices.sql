-- The slices of the latest catalogues by their SHA-256: as they travel while a phone may want them whole, and by the traces of their lines
-- for as long as somebody may ask what has changed since. `put` counts the catalogues; it is the newest that has the slice.
CREATE TABLE catalogue_slice (
    name TEXT PRIMARY KEY,
    packed BLOB,
    traces BLOB NOT NULL,
    put INTEGER NOT NULL
) STRICT;
