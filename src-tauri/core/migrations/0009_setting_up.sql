-- Setting up: how the two came together, their programme, and how each of them is reached.

-- How the two came together (R1, R131); one row, id 'intake'. Empty words stand for "not said".
CREATE TABLE intake (
  relationship_id TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE,
  id              TEXT NOT NULL CHECK (id = 'intake'),
  kind            TEXT NOT NULL DEFAULT '' CHECK (kind IN ('', 'matched', 'request', 'self_arranged')),
  -- 1: both were at the induction; 0: they were not.
  together        INTEGER CHECK (together IN (0, 1)),
  asked_on        TEXT,
  message         TEXT NOT NULL DEFAULT '',
  reply           TEXT NOT NULL DEFAULT '' CHECK (reply IN ('', 'open', 'accepted', 'declined')),
  replied_on      TEXT,
  reason          TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (relationship_id, id)
) STRICT, WITHOUT ROWID;

-- The meeting that the two fixed before they parted (R1); one row, id 'first'. Civil time in its zone.
CREATE TABLE first_meeting (
  relationship_id TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE,
  id              TEXT NOT NULL CHECK (id = 'first'),
  state           TEXT NOT NULL DEFAULT '' CHECK (state IN ('', 'planned', 'skipped')),
  on_date         TEXT,
  at_time         TEXT,
  zone            TEXT NOT NULL DEFAULT '',
  method          TEXT NOT NULL DEFAULT '',
  place           TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (relationship_id, id)
) STRICT, WITHOUT ROWID;

-- What else is known of the programme (R159), and its own words (C29); one row, id 'programme'.
CREATE TABLE programme (
  relationship_id  TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE,
  id               TEXT NOT NULL CHECK (id = 'programme'),
  web              TEXT NOT NULL DEFAULT '',
  phone            TEXT NOT NULL DEFAULT '',
  word_mentor      TEXT NOT NULL DEFAULT '',
  word_mentee      TEXT NOT NULL DEFAULT '',
  word_meeting     TEXT NOT NULL DEFAULT '',
  word_programme   TEXT NOT NULL DEFAULT '',
  word_coordinator TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (relationship_id, id)
) STRICT, WITHOUT ROWID;

-- Its people and addresses, in order: coordinators, where to turn when contact breaks down, others.
CREATE TABLE programme_contact (
  relationship_id TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE,
  id              TEXT NOT NULL,
  position        INTEGER NOT NULL DEFAULT 0,
  kind            TEXT NOT NULL DEFAULT 'coordinator' CHECK (kind IN ('coordinator', 'office', 'escalation', 'other')),
  name            TEXT NOT NULL DEFAULT '',
  email           TEXT NOT NULL DEFAULT '',
  phone           TEXT NOT NULL DEFAULT '',
  note            TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (relationship_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE programme_event (
  relationship_id TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE,
  id              TEXT NOT NULL,
  name            TEXT NOT NULL DEFAULT '',
  on_date         TEXT,
  at_time         TEXT,
  place           TEXT NOT NULL DEFAULT '',
  note            TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (relationship_id, id)
) STRICT, WITHOUT ROWID;

-- Its logo (R58), written anew as PNG, in base64; one row, id 'logo'.
CREATE TABLE programme_logo (
  relationship_id TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE,
  id              TEXT NOT NULL CHECK (id = 'logo'),
  png             TEXT NOT NULL DEFAULT '',
  width           INTEGER NOT NULL DEFAULT 0,
  height          INTEGER NOT NULL DEFAULT 0,
  words           TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (relationship_id, id)
) STRICT, WITHOUT ROWID;

-- The ways to reach a person, best first (R11), each with its promise of an answer (R73).
CREATE TABLE contact_channel (
  relationship_id TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE,
  id              TEXT NOT NULL,
  side            TEXT NOT NULL DEFAULT 'mentee' CHECK (side IN ('mentor', 'mentee')),
  position        INTEGER NOT NULL DEFAULT 0,
  kind            TEXT NOT NULL DEFAULT 'other',
  label           TEXT NOT NULL DEFAULT '',
  address         TEXT NOT NULL DEFAULT '',
  note            TEXT NOT NULL DEFAULT '',
  reply_count     INTEGER CHECK (reply_count >= 0),
  reply_unit      TEXT NOT NULL DEFAULT '' CHECK (reply_unit IN ('', 'hours', 'days')),
  PRIMARY KEY (relationship_id, id)
) STRICT, WITHOUT ROWID;

-- Good, urgent and bad times of a person's week (R12), in that person's own zone; id is the side.
-- One letter for each part of each day, from Monday's night on: g, u, a, or a dot for nothing said.
CREATE TABLE contact_times (
  relationship_id TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE,
  id              TEXT NOT NULL CHECK (id IN ('mentor', 'mentee')),
  marks           TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (relationship_id, id)
) STRICT, WITHOUT ROWID;
