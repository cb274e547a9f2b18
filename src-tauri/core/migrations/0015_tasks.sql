-- Tasks: who does what by when (R22), and every date that was put off, beside the one it had (R23).

CREATE TABLE task (
  relationship_id TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE,
  id              TEXT NOT NULL,
  position        INTEGER NOT NULL DEFAULT 0,
  -- action: a line of the notes of a session; help: one asks the other for something.
  kind            TEXT NOT NULL DEFAULT 'task' CHECK (kind IN ('task', 'action', 'help')),
  what            TEXT NOT NULL DEFAULT '',
  note            TEXT NOT NULL DEFAULT '',
  owner           TEXT NOT NULL DEFAULT 'mentee' CHECK (owner IN ('mentor', 'mentee')),
  set_by          TEXT NOT NULL DEFAULT 'mentee' CHECK (set_by IN ('mentor', 'mentee')),
  set_on          TEXT,
  due             TEXT,
  -- The session in which it was set; empty outside of one.
  session         TEXT NOT NULL DEFAULT '',
  done_on         TEXT,
  PRIMARY KEY (relationship_id, id)
) STRICT, WITHOUT ROWID;

-- A date that could not be kept, told with the one that can.
CREATE TABLE task_delay (
  relationship_id TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE,
  id              TEXT NOT NULL,
  task            TEXT NOT NULL DEFAULT '',
  position        INTEGER NOT NULL DEFAULT 0,
  was             TEXT,
  due             TEXT,
  reason          TEXT NOT NULL DEFAULT '',
  told_at         TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (relationship_id, id)
) STRICT, WITHOUT ROWID;

-- Who does what comes back with every session (R15, R54), where it is not the mentee.
CREATE TABLE duty (
  relationship_id TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE,
  id              TEXT NOT NULL CHECK (id IN ('arrange', 'points', 'wish', 'summary')),
  owner           TEXT NOT NULL DEFAULT '' CHECK (owner IN ('', 'mentor', 'mentee')),
  PRIMARY KEY (relationship_id, id)
) STRICT, WITHOUT ROWID;
