-- Headings that the two add to the fourteen areas (R53), and where a milestone comes from (R67).

CREATE TABLE heading (
  relationship_id TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE,
  id              TEXT NOT NULL,
  title           TEXT NOT NULL DEFAULT '',
  text            TEXT NOT NULL DEFAULT '',
  standing        TEXT NOT NULL DEFAULT 'open' CHECK (standing IN ('open', 'agreed', 'not_for_us')),
  position        INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (relationship_id, id)
) STRICT, WITHOUT ROWID;

ALTER TABLE milestone ADD COLUMN source TEXT NOT NULL DEFAULT '';
