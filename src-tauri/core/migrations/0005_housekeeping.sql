-- What the store itself remembers: one row.
CREATE TABLE housekeeping (
  id         INTEGER PRIMARY KEY CHECK (id = 1),
  -- Grows with each transaction that changed something: a backup is due only when it grew.
  changes    INTEGER NOT NULL DEFAULT 0 CHECK (changes >= 0),
  -- When the whole file was last read and checked (UTC, RFC 3339); empty: never.
  checked_at TEXT NOT NULL DEFAULT ''
) STRICT;

INSERT INTO housekeeping (id) VALUES (1);
