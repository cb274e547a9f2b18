-- The shared record: append-only edits, from which the tables of 0002 can be built again.

-- Every edit belongs to one deed of the owner, which can be undone by name.
CREATE TABLE deed (
  id              INTEGER PRIMARY KEY,
  relationship_id TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE,
  name            TEXT NOT NULL,
  at              TEXT NOT NULL,
  -- done: can be undone; undone: can be done again; gone: neither; reversal: an undo or redo itself
  state           TEXT NOT NULL CHECK (state IN ('done', 'undone', 'gone', 'reversal'))
) STRICT;
CREATE INDEX deed_relationship ON deed (relationship_id, state, id);

CREATE TABLE edit (
  id              INTEGER PRIMARY KEY,
  relationship_id TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE,
  author          TEXT NOT NULL CHECK (author IN ('mentor', 'mentee', 'coordinator')),
  seq             INTEGER NOT NULL CHECK (seq > 0),
  -- The highest edit of another author that this author had seen.
  seen            INTEGER NOT NULL CHECK (seen >= 0),
  at              TEXT NOT NULL,
  act             TEXT NOT NULL CHECK (act IN ('create', 'set', 'remove')),
  record          TEXT NOT NULL,
  record_id       TEXT NOT NULL,
  field           TEXT NOT NULL,
  -- JSON: the new value of the field, or the fields of a new row.
  value           TEXT NOT NULL,
  -- JSON: what stood there before.
  before          TEXT NOT NULL,
  deed_id         INTEGER NOT NULL REFERENCES deed (id) ON DELETE CASCADE,
  UNIQUE (relationship_id, author, seq)
) STRICT;
CREATE INDEX edit_record ON edit (relationship_id, record, record_id, field, id);
CREATE INDEX edit_deed ON edit (deed_id);

CREATE TRIGGER edit_is_append_only BEFORE UPDATE ON edit
BEGIN SELECT RAISE (ABORT, 'an edit never changes'); END;
