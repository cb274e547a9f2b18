-- The first meeting, the supervisor, and the way through the five stages.

-- A line of getting acquainted and of the talk about goals (R81 to R85), by one of the two.
CREATE TABLE acquaintance (
  relationship_id TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE,
  id              TEXT NOT NULL,
  position        INTEGER NOT NULL DEFAULT 0,
  side            TEXT NOT NULL DEFAULT 'mentee' CHECK (side IN ('mentor', 'mentee')),
  kind            TEXT NOT NULL DEFAULT 'common',
  text            TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (relationship_id, id)
) STRICT, WITHOUT ROWID;

-- A way in which the mentor can help (R87), and the goal it serves; id is the way, or of its own for an own one.
CREATE TABLE help_wanted (
  relationship_id TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE,
  id              TEXT NOT NULL,
  text            TEXT NOT NULL DEFAULT '',
  goal            TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (relationship_id, id)
) STRICT, WITHOUT ROWID;

-- What became of a block of the first meeting, of a line of its checklist or of a stage; id says which.
CREATE TABLE journey_mark (
  relationship_id TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE,
  id              TEXT NOT NULL,
  state           TEXT NOT NULL DEFAULT '' CHECK (state IN ('', 'done', 'skipped')),
  minutes         INTEGER CHECK (minutes >= 0),
  PRIMARY KEY (relationship_id, id)
) STRICT, WITHOUT ROWID;

-- Whom the mentee tells of taking part (R93); one row, id 'supervisor'. Nothing is made before agreed is 1 (C24).
CREATE TABLE supervisor (
  relationship_id TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE,
  id              TEXT NOT NULL CHECK (id = 'supervisor'),
  name            TEXT NOT NULL DEFAULT '',
  email           TEXT NOT NULL DEFAULT '',
  agreed          INTEGER NOT NULL DEFAULT 0 CHECK (agreed IN (0, 1)),
  brief_on        TEXT,
  done_on         TEXT,
  PRIMARY KEY (relationship_id, id)
) STRICT, WITHOUT ROWID;

-- R94: events that the supervisor may know of.
ALTER TABLE programme_event ADD COLUMN supervisor INTEGER NOT NULL DEFAULT 0 CHECK (supervisor IN (0, 1));
