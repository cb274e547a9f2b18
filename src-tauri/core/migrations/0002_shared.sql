-- The state both people may see. Changed only by applying edits; replaying the edits gives the same rows.

CREATE TABLE relationship (
  id              TEXT NOT NULL PRIMARY KEY,
  connection      TEXT NOT NULL DEFAULT 'waiting' CHECK (connection IN ('waiting', 'connected')),
  connected_on    TEXT,
  programme       TEXT NOT NULL DEFAULT '',
  programme_email TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

CREATE TABLE participant (
  relationship_id TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE,
  id              TEXT NOT NULL CHECK (id IN ('mentor', 'mentee')),
  name            TEXT NOT NULL DEFAULT '',
  email           TEXT NOT NULL DEFAULT '',
  phone           TEXT NOT NULL DEFAULT '',
  zone            TEXT NOT NULL DEFAULT 'UTC',
  place           TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (relationship_id, id)
) STRICT, WITHOUT ROWID;

-- Free texts of the agreement: id is the field, with @mentor or @mentee where each writes one.
CREATE TABLE answer (
  relationship_id TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE,
  id              TEXT NOT NULL,
  text            TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (relationship_id, id)
) STRICT, WITHOUT ROWID;

-- Lines of a list answer, in order; list is the field, with its side as in answer.
CREATE TABLE entry (
  relationship_id TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE,
  id              TEXT NOT NULL,
  list            TEXT NOT NULL DEFAULT '',
  position        INTEGER NOT NULL DEFAULT 0,
  text            TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (relationship_id, id)
) STRICT, WITHOUT ROWID;

-- How the two stand to a section.
CREATE TABLE section (
  relationship_id TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE,
  id              TEXT NOT NULL,
  standing        TEXT NOT NULL DEFAULT 'open' CHECK (standing IN ('open', 'agreed', 'not_for_us')),
  PRIMARY KEY (relationship_id, id)
) STRICT, WITHOUT ROWID;

-- The structured answers that reminders and papers are made from; one row, id 'terms'.
CREATE TABLE terms (
  relationship_id       TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE,
  id                    TEXT NOT NULL CHECK (id = 'terms'),
  starts_on             TEXT,
  ends_on               TEXT,
  cadence               TEXT,
  interval_count        INTEGER,
  interval_unit         TEXT,
  meeting_minutes       INTEGER,
  meeting_place         TEXT,
  meeting_when          TEXT,
  postpone              TEXT,
  postpone_days         INTEGER,
  mode                  TEXT,
  initiator             TEXT,
  agenda                INTEGER,
  agenda_lead_days      INTEGER,
  agenda_last_call_days INTEGER,
  agenda_missing        TEXT,
  reply_days            INTEGER,
  reply_working_days    INTEGER,
  silence_weeks         INTEGER,
  revisit               TEXT,
  revisit_months        INTEGER,
  revisit_on            TEXT,
  rhythm                TEXT,
  end_kind              TEXT,
  confidentiality       TEXT,
  PRIMARY KEY (relationship_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE goal (
  relationship_id TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE,
  id              TEXT NOT NULL,
  title           TEXT NOT NULL DEFAULT '',
  measure         TEXT NOT NULL DEFAULT '',
  horizon         TEXT NOT NULL DEFAULT 'short' CHECK (horizon IN ('short', 'long')),
  rank            INTEGER CHECK (rank BETWEEN 1 AND 3),
  position        INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (relationship_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE milestone (
  relationship_id TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE,
  id              TEXT NOT NULL,
  name            TEXT NOT NULL DEFAULT '',
  on_date         TEXT,
  PRIMARY KEY (relationship_id, id)
) STRICT, WITHOUT ROWID;

-- Revisits that were held: id is the date for which they were due.
CREATE TABLE revisit (
  relationship_id TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE,
  id              TEXT NOT NULL,
  finished_on     TEXT,
  PRIMARY KEY (relationship_id, id)
) STRICT, WITHOUT ROWID;
