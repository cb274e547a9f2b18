-- The action plan (R98 to R106), the year's milestones (R137, R138), where the mentee stands (R86), and the journal.

ALTER TABLE goal ADD COLUMN state TEXT NOT NULL DEFAULT 'open'
  CHECK (state IN ('open', 'reached', 'changed', 'dropped'));
ALTER TABLE goal ADD COLUMN state_on TEXT;

ALTER TABLE milestone ADD COLUMN evidence TEXT NOT NULL DEFAULT '';
ALTER TABLE milestone ADD COLUMN rating TEXT NOT NULL DEFAULT ''
  CHECK (rating IN ('', 'realistic', 'stretch', 'unclear'));

-- An activity of a goal. Its finish follows from start and effort; only of one in hours it can be moved.
CREATE TABLE activity (
  relationship_id TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE,
  id              TEXT NOT NULL,
  goal            TEXT NOT NULL DEFAULT '',
  position        INTEGER NOT NULL DEFAULT 0,
  title           TEXT NOT NULL DEFAULT '',
  kind            TEXT NOT NULL DEFAULT 'doing' CHECK (kind IN ('doing', 'others', 'stretch')),
  effort_count    INTEGER CHECK (effort_count > 0),
  effort_unit     TEXT NOT NULL DEFAULT '' CHECK (effort_unit IN ('', 'hours', 'days', 'weeks')),
  starts_on       TEXT,
  finish_moved_on TEXT,
  owner           TEXT NOT NULL DEFAULT 'mentee' CHECK (owner IN ('mentee', 'mentor', 'both')),
  state           TEXT NOT NULL DEFAULT 'not_started' CHECK (state IN ('not_started', 'under_way', 'done', 'dropped')),
  state_on        TEXT,
  learned         TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (relationship_id, id)
) STRICT, WITHOUT ROWID;

-- Something that helps with a goal, and who offered it.
CREATE TABLE resource (
  relationship_id TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE,
  id              TEXT NOT NULL,
  goal            TEXT NOT NULL DEFAULT '',
  position        INTEGER NOT NULL DEFAULT 0,
  kind            TEXT NOT NULL DEFAULT 'link' CHECK (kind IN ('link', 'book', 'person', 'opportunity')),
  title           TEXT NOT NULL DEFAULT '',
  place           TEXT NOT NULL DEFAULT '',
  note            TEXT NOT NULL DEFAULT '',
  side            TEXT NOT NULL DEFAULT 'mentor' CHECK (side IN ('mentor', 'mentee')),
  PRIMARY KEY (relationship_id, id)
) STRICT, WITHOUT ROWID;

-- What is said of the plan as a whole; one row, id 'plan'.
CREATE TABLE plan (
  relationship_id TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE,
  id              TEXT NOT NULL CHECK (id = 'plan'),
  career_goal     TEXT NOT NULL DEFAULT '',
  situation       TEXT NOT NULL DEFAULT '',
  reviewed_on     TEXT,
  still_right_on  TEXT,
  PRIMARY KEY (relationship_id, id)
) STRICT, WITHOUT ROWID;

-- The plan as it stood when the two went through it, as JSON.
CREATE TABLE plan_version (
  relationship_id TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE,
  id              TEXT NOT NULL,
  number          INTEGER NOT NULL DEFAULT 0,
  kept_on         TEXT NOT NULL DEFAULT '',
  content         TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (relationship_id, id)
) STRICT, WITHOUT ROWID;

-- A line of where the mentee stands, by stage and list.
CREATE TABLE assessment_line (
  relationship_id TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE,
  id              TEXT NOT NULL,
  stage           TEXT NOT NULL DEFAULT 'start' CHECK (stage IN ('start', 'mid_point', 'end')),
  list            TEXT NOT NULL DEFAULT 'strengths' CHECK (list IN ('strengths', 'weaknesses', 'style')),
  position        INTEGER NOT NULL DEFAULT 0,
  text            TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (relationship_id, id)
) STRICT, WITHOUT ROWID;

-- A moment worth keeping that both see.
CREATE TABLE journal_moment (
  relationship_id TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE,
  id              TEXT NOT NULL,
  position        INTEGER NOT NULL DEFAULT 0,
  on_date         TEXT NOT NULL DEFAULT '',
  text            TEXT NOT NULL DEFAULT '',
  side            TEXT NOT NULL DEFAULT 'mentee' CHECK (side IN ('mentor', 'mentee')),
  PRIMARY KEY (relationship_id, id)
) STRICT, WITHOUT ROWID;

-- A moment that only the owner of this installation sees: private, never in an edit.
CREATE TABLE journal_private (
  relationship_id TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE,
  id              TEXT NOT NULL,
  on_date         TEXT NOT NULL,
  text            TEXT NOT NULL CHECK (text <> ''),
  PRIMARY KEY (relationship_id, id)
) STRICT, WITHOUT ROWID;

-- What the owner wants to change about how they work: private, never in an edit.
CREATE TABLE behaviour (
  relationship_id TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE,
  id              TEXT NOT NULL,
  position        INTEGER NOT NULL,
  text            TEXT NOT NULL CHECK (text <> ''),
  -- The goal that was made of it.
  goal            TEXT,
  PRIMARY KEY (relationship_id, id)
) STRICT, WITHOUT ROWID;
