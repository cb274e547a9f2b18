-- Looking back: the 90-day check-up, check-points, the mid-point, the pages of a revisit; and what a mentor
-- keeps to themselves.

-- What one of the two answered in the 90-day check-up and has not shared: private, never in an edit (R107).
CREATE TABLE checkup_private (
  relationship_id  TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE,
  side             TEXT NOT NULL CHECK (side IN ('mentor', 'mentee')),
  suitability      TEXT NOT NULL DEFAULT '' CHECK (suitability IN ('', 'very_good', 'good', 'fair', 'poor')),
  -- Empty where the log's count stands.
  meetings         TEXT NOT NULL DEFAULT '' CHECK (meetings IN ('', 'enough', 'too_few')),
  meetings_reason  TEXT NOT NULL DEFAULT '',
  energised        TEXT NOT NULL DEFAULT '' CHECK (energised IN ('', 'always', 'mostly', 'rarely', 'never')),
  time             INTEGER CHECK (time IN (0, 1)),
  cancelled        INTEGER CHECK (cancelled IN (0, 1)),
  cancelled_reason TEXT NOT NULL DEFAULT '',
  -- The ticked obstacles: {"3": "words"}.
  obstacles        TEXT NOT NULL DEFAULT '{}',
  completed_on     TEXT,
  -- What the log said on the day on which it was completed.
  start_on         TEXT,
  interval_days    INTEGER,
  held             INTEGER NOT NULL DEFAULT 0,
  streak           INTEGER NOT NULL DEFAULT 0,
  longest          INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (relationship_id, side)
) STRICT, WITHOUT ROWID;

-- The same once that person has shared it; id is the side.
CREATE TABLE checkup (
  relationship_id  TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE,
  id               TEXT NOT NULL CHECK (id IN ('mentor', 'mentee')),
  suitability      TEXT NOT NULL DEFAULT '',
  meetings         TEXT NOT NULL DEFAULT '',
  meetings_reason  TEXT NOT NULL DEFAULT '',
  energised        TEXT NOT NULL DEFAULT '',
  time             INTEGER,
  cancelled        INTEGER,
  cancelled_reason TEXT NOT NULL DEFAULT '',
  obstacles        TEXT NOT NULL DEFAULT '{}',
  completed_on     TEXT,
  start_on         TEXT,
  interval_days    INTEGER,
  held             INTEGER NOT NULL DEFAULT 0,
  streak           INTEGER NOT NULL DEFAULT 0,
  longest          INTEGER NOT NULL DEFAULT 0,
  shared_on        TEXT,
  PRIMARY KEY (relationship_id, id)
) STRICT, WITHOUT ROWID;

-- A meeting about obstacles, and the day on which the two look at its plan again (R114); id is the session.
CREATE TABLE obstacle_plan (
  relationship_id TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE,
  id              TEXT NOT NULL,
  obstacles       TEXT NOT NULL DEFAULT '',
  made_on         TEXT,
  follow_up_on    TEXT,
  followed_up_on  TEXT,
  outcome         TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (relationship_id, id)
) STRICT, WITHOUT ROWID;

-- Every which session is a check-point (R115); one row, id 'pattern'. 0 stands for none.
CREATE TABLE check_point_pattern (
  relationship_id TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE,
  id              TEXT NOT NULL CHECK (id = 'pattern'),
  every           INTEGER,
  PRIMARY KEY (relationship_id, id)
) STRICT, WITHOUT ROWID;

-- What one of the two answered at a check-point; id is the session, an @ and the side.
CREATE TABLE check_point_answer (
  relationship_id TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE,
  id              TEXT NOT NULL,
  working         TEXT NOT NULL DEFAULT '',
  progress        TEXT NOT NULL DEFAULT '',
  change          TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (relationship_id, id)
) STRICT, WITHOUT ROWID;

-- Answers of the mid-point; id is the question, with an @ and the side where each answers.
CREATE TABLE mid_point_answer (
  relationship_id TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE,
  id              TEXT NOT NULL,
  text            TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (relationship_id, id)
) STRICT, WITHOUT ROWID;

-- How the two kept a section of what they signed (R117); id is the section.
CREATE TABLE mid_point_clause (
  relationship_id TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE,
  id              TEXT NOT NULL,
  kept            TEXT NOT NULL DEFAULT '' CHECK (kept IN ('', 'kept', 'partly', 'not_kept')),
  note            TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (relationship_id, id)
) STRICT, WITHOUT ROWID;

-- How far one of the two trusts the other, from 1 to 5, as long as it is not shared: private, never in an edit (R116).
CREATE TABLE mid_point_trust_private (
  relationship_id TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE,
  side            TEXT NOT NULL CHECK (side IN ('mentor', 'mentee')),
  rating          INTEGER NOT NULL CHECK (rating BETWEEN 1 AND 5),
  note            TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (relationship_id, side)
) STRICT, WITHOUT ROWID;

-- The same once it is shared; id is the side.
CREATE TABLE mid_point_trust (
  relationship_id TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE,
  id              TEXT NOT NULL CHECK (id IN ('mentor', 'mentee')),
  rating          INTEGER NOT NULL DEFAULT 1,
  note            TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (relationship_id, id)
) STRICT, WITHOUT ROWID;

-- That the mid-point is evaluated (R121); one row, id 'mid_point'.
CREATE TABLE mid_point (
  relationship_id TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE,
  id              TEXT NOT NULL CHECK (id = 'mid_point'),
  finished_on     TEXT,
  plan_version    INTEGER,
  PRIMARY KEY (relationship_id, id)
) STRICT, WITHOUT ROWID;

-- A page of a revisit (R47); id is the day for which it was due, an @ and the section.
CREATE TABLE revisit_page (
  relationship_id TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE,
  id              TEXT NOT NULL,
  choice          TEXT NOT NULL DEFAULT '' CHECK (choice IN ('', 'keep', 'change')),
  note            TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (relationship_id, id)
) STRICT, WITHOUT ROWID;

-- That one of the two renews what they promised; id is the occasion, an @ and the side.
CREATE TABLE commitment (
  relationship_id TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE,
  id              TEXT NOT NULL,
  choice          TEXT NOT NULL DEFAULT '' CHECK (choice IN ('', 'go_on', 'go_on_changed', 'end')),
  note            TEXT NOT NULL DEFAULT '',
  on_date         TEXT,
  PRIMARY KEY (relationship_id, id)
) STRICT, WITHOUT ROWID;

-- The mentor's self-check after a meeting (R153 to R155): private, never in an edit.
CREATE TABLE self_check (
  relationship_id TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE,
  id              TEXT NOT NULL,
  on_date         TEXT NOT NULL,
  session         TEXT,
  -- The numbers of the pitfalls: [1, 4].
  pitfalls        TEXT NOT NULL DEFAULT '[]',
  talk_share      INTEGER CHECK (talk_share BETWEEN 0 AND 100),
  reflection      TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (relationship_id, id)
) STRICT, WITHOUT ROWID;
