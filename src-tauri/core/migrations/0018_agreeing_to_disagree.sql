-- A suggestion may end with both agreeing to disagree (R77): one state more. A table's checks cannot be changed in place.

CREATE TABLE suggestion_with_disagreement (
  relationship_id TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE,
  id              TEXT NOT NULL,
  position        INTEGER NOT NULL DEFAULT 0,
  place           TEXT NOT NULL DEFAULT 'answer' CHECK (place IN ('answer', 'sentence', 'heading')),
  target          TEXT NOT NULL DEFAULT '',
  side            TEXT NOT NULL DEFAULT 'mentee' CHECK (side IN ('mentor', 'mentee')),
  value           TEXT NOT NULL DEFAULT 'null',
  before          TEXT NOT NULL DEFAULT 'null',
  comment         TEXT NOT NULL DEFAULT '',
  made_at         TEXT NOT NULL DEFAULT '',
  answers         TEXT,
  state           TEXT NOT NULL DEFAULT 'open'
                  CHECK (state IN ('open', 'accepted', 'kept', 'disagreed', 'blended', 'withdrawn')),
  reason          TEXT NOT NULL DEFAULT '',
  decided_at      TEXT,
  PRIMARY KEY (relationship_id, id)
) STRICT, WITHOUT ROWID;

INSERT INTO suggestion_with_disagreement
  (relationship_id, id, position, place, target, side, value, before, comment, made_at, answers, state, reason, decided_at)
SELECT relationship_id, id, position, place, target, side, value, before, comment, made_at, answers, state, reason, decided_at
FROM suggestion;

DROP TABLE suggestion;
ALTER TABLE suggestion_with_disagreement RENAME TO suggestion;
