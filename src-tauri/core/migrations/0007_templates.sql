-- The owner's own templates: a private list of this installation. A template is kept as what it changes
-- of the form that Fairlead ships.
CREATE TABLE template (
  id         TEXT NOT NULL PRIMARY KEY,
  name       TEXT NOT NULL CHECK (name <> ''),
  version    INTEGER NOT NULL CHECK (version > 0),
  -- The highest version that a relationship or a file has: changing that one makes the next.
  issued     INTEGER NOT NULL CHECK (issued >= 0),
  content    TEXT NOT NULL,
  -- Removed while relationships use it: no new relationship is offered it.
  retired    INTEGER NOT NULL CHECK (retired IN (0, 1)),
  changed_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The copy of a template that a relationship was made from, shared by both: one row, id 'form'. None where
-- it was made from the form that Fairlead ships.
CREATE TABLE form (
  relationship_id TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE,
  id              TEXT NOT NULL CHECK (id = 'form'),
  template        TEXT NOT NULL DEFAULT '',
  version         INTEGER NOT NULL DEFAULT 0,
  content         TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (relationship_id, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX form_template ON form (template);
