-- Files that somebody adds: a CV or profile, a plan on paper (R133, R134), what a request for help is about (R151).

-- The file itself, as it lies on this computer: private, never in an edit.
CREATE TABLE attachment_file (
  relationship_id TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE,
  id              TEXT NOT NULL,
  owner           TEXT NOT NULL CHECK (owner IN ('mentor', 'mentee')),
  kind            TEXT NOT NULL CHECK (kind IN ('profile', 'plan', 'help')),
  -- The task of a request for help; empty for the others.
  about           TEXT NOT NULL DEFAULT '',
  name            TEXT NOT NULL,
  media_type      TEXT NOT NULL,
  sha256          TEXT NOT NULL CHECK (length(sha256) = 64),
  added_at        TEXT NOT NULL,
  bytes           BLOB NOT NULL,
  PRIMARY KEY (relationship_id, id)
) STRICT;

-- What both know of a file that was ticked to be shared; id is that of the file. Without a row here nothing of the
-- file leaves this computer.
CREATE TABLE attachment (
  relationship_id TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE,
  id              TEXT NOT NULL,
  owner           TEXT NOT NULL DEFAULT 'mentee' CHECK (owner IN ('mentor', 'mentee')),
  kind            TEXT NOT NULL DEFAULT 'profile' CHECK (kind IN ('profile', 'plan', 'help')),
  about           TEXT NOT NULL DEFAULT '',
  name            TEXT NOT NULL DEFAULT '',
  media_type      TEXT NOT NULL DEFAULT '',
  size            INTEGER NOT NULL DEFAULT 0 CHECK (size >= 0),
  sha256          TEXT NOT NULL DEFAULT '',
  added_at        TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (relationship_id, id)
) STRICT, WITHOUT ROWID;
