-- What only the owner of this installation sees. Nothing in these tables can become an edit.

CREATE TABLE profile (
  id    INTEGER PRIMARY KEY CHECK (id = 1),
  name  TEXT NOT NULL CHECK (name <> ''),
  email TEXT NOT NULL,
  phone TEXT NOT NULL,
  zone  TEXT NOT NULL,
  roles TEXT NOT NULL
) STRICT;

CREATE TABLE setting (
  name  TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The recovery code as long as its owner has not confirmed that it is kept elsewhere.
CREATE TABLE recovery (
  id   INTEGER PRIMARY KEY CHECK (id = 1),
  code TEXT NOT NULL
) STRICT;

CREATE TABLE person (
  id    TEXT NOT NULL PRIMARY KEY,
  name  TEXT NOT NULL CHECK (name <> ''),
  email TEXT NOT NULL,
  phone TEXT NOT NULL,
  zone  TEXT NOT NULL,
  place TEXT NOT NULL,
  owner INTEGER NOT NULL CHECK (owner IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX person_owner ON person (owner) WHERE owner = 1;
