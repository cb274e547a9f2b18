-- Talking an agreement through: suggestions with what became of them (R76), and expectations that each
-- writes unseen by the other (R45).

-- Other words for one place of the agreement: an answer, a sentence or a heading of their own.
-- value and before hold what is suggested and what it takes the place of, as JSON.
CREATE TABLE suggestion (
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
  -- The suggestion that it answers, where it blends that one's words with those that stand there.
  answers         TEXT,
  state           TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'accepted', 'kept', 'blended', 'withdrawn')),
  reason          TEXT NOT NULL DEFAULT '',
  decided_at      TEXT,
  PRIMARY KEY (relationship_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE suggestion_comment (
  relationship_id TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE,
  id              TEXT NOT NULL,
  position        INTEGER NOT NULL DEFAULT 0,
  suggestion      TEXT NOT NULL DEFAULT '',
  side            TEXT NOT NULL DEFAULT 'mentee' CHECK (side IN ('mentor', 'mentee')),
  text            TEXT NOT NULL DEFAULT '',
  made_at         TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (relationship_id, id)
) STRICT, WITHOUT ROWID;

-- What one of the two is still writing of what they expect: private, never in an edit.
CREATE TABLE expectation_draft (
  relationship_id TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE,
  side            TEXT NOT NULL CHECK (side IN ('mentor', 'mentee')),
  text            TEXT NOT NULL,
  PRIMARY KEY (relationship_id, side)
) STRICT, WITHOUT ROWID;

-- What one of the two has finished and nobody reads before the other has too: private, never in an edit.
CREATE TABLE expectation_sealed (
  relationship_id TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE,
  side            TEXT NOT NULL CHECK (side IN ('mentor', 'mentee')),
  text            TEXT NOT NULL,
  PRIMARY KEY (relationship_id, side)
) STRICT, WITHOUT ROWID;

-- How the two stand to one line of what they expect, by the id of that line.
CREATE TABLE expectation_mark (
  relationship_id TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE,
  id              TEXT NOT NULL,
  mark            TEXT NOT NULL DEFAULT '' CHECK (mark IN ('', 'aligned', 'to_discuss', 'different')),
  PRIMARY KEY (relationship_id, id)
) STRICT, WITHOUT ROWID;
