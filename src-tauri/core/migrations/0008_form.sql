-- Areas under another name and in another order (R53), the sentence of a section where the two worded it
-- themselves, the milestone on which it ends (R67), and who may hear what (R96).

ALTER TABLE section ADD COLUMN title TEXT;
ALTER TABLE section ADD COLUMN position INTEGER;
ALTER TABLE section ADD COLUMN sentence TEXT;
-- What the answers said when the sentence was worded: where they say something else by now, the two are asked.
ALTER TABLE section ADD COLUMN sentence_of TEXT;

ALTER TABLE milestone ADD COLUMN ends INTEGER NOT NULL DEFAULT 0 CHECK (ends IN (0, 1));

-- What somebody may pass on, and to whom; giver is the one who has to allow it.
CREATE TABLE permission (
  relationship_id TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE,
  id              TEXT NOT NULL,
  what            TEXT NOT NULL DEFAULT '',
  whom            TEXT NOT NULL DEFAULT '',
  giver           TEXT NOT NULL DEFAULT 'mentee' CHECK (giver IN ('mentor', 'mentee')),
  PRIMARY KEY (relationship_id, id)
) STRICT, WITHOUT ROWID;

-- What became of a permission, step by step.
CREATE TABLE permission_step (
  relationship_id TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE,
  id              TEXT NOT NULL,
  permission      TEXT NOT NULL DEFAULT '',
  state           TEXT NOT NULL DEFAULT 'asked' CHECK (state IN ('asked', 'given', 'refused', 'withdrawn')),
  side            TEXT NOT NULL DEFAULT 'mentee' CHECK (side IN ('mentor', 'mentee')),
  on_date         TEXT NOT NULL DEFAULT '',
  position        INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (relationship_id, id)
) STRICT, WITHOUT ROWID;
