-- How a relationship ends, and what the two say of it then.

-- Where it stands; one row, id 'closing'. Empty: it goes on.
CREATE TABLE closing (
  relationship_id TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE,
  id              TEXT NOT NULL CHECK (id = 'closing'),
  state           TEXT NOT NULL DEFAULT '' CHECK (state IN ('', 'closed', 'ended')),
  on_date         TEXT,
  PRIMARY KEY (relationship_id, id)
) STRICT, WITHOUT ROWID;

-- Each time it was closed, ended, reopened (R127: with a reason), extended or brought to an earlier end.
CREATE TABLE closing_step (
  relationship_id TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE,
  id              TEXT NOT NULL,
  position        INTEGER NOT NULL DEFAULT 0,
  what            TEXT NOT NULL DEFAULT 'closed'
                  CHECK (what IN ('closed', 'ended', 'reopened', 'extended', 'finished_early')),
  on_date         TEXT,
  -- What the date was before, where the step moved one.
  before_date     TEXT,
  side            TEXT NOT NULL DEFAULT '' CHECK (side IN ('', 'mentor', 'mentee')),
  reason          TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (relationship_id, id)
) STRICT, WITHOUT ROWID;

-- Answers of the closing conversation (R123, R124, R126, R127); id is the question, an @ and the side.
CREATE TABLE closing_answer (
  relationship_id TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE,
  id              TEXT NOT NULL,
  text            TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (relationship_id, id)
) STRICT, WITHOUT ROWID;

-- How the two stay in touch afterwards (R125); one row, id 'plan'. Ideas are lines.
CREATE TABLE stay_in_touch (
  relationship_id TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE,
  id              TEXT NOT NULL CHECK (id = 'plan'),
  ideas           TEXT NOT NULL DEFAULT '',
  count           INTEGER CHECK (count > 0),
  unit            TEXT NOT NULL DEFAULT '' CHECK (unit IN ('', 'weeks', 'months', 'years')),
  first_on        TEXT,
  remind          INTEGER NOT NULL DEFAULT 0 CHECK (remind IN (0, 1)),
  PRIMARY KEY (relationship_id, id)
) STRICT, WITHOUT ROWID;

-- What the mentee did about a request that nobody answered in ten days (R132).
ALTER TABLE intake ADD COLUMN choice TEXT NOT NULL DEFAULT '' CHECK (choice IN ('', 'another', 'office'));
ALTER TABLE intake ADD COLUMN chosen_on TEXT;
