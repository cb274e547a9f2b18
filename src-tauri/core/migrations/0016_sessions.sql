-- Sessions: what is planned, proposed, moved and held (R1, R20, R21, R141 to R143).

-- A session at a civil time in a zone. The order of sessions is that of the instants they are planned for now.
CREATE TABLE session (
  relationship_id TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE,
  id              TEXT NOT NULL,
  -- The order in which sessions were written down; it decides where two begin at the same instant.
  position        INTEGER NOT NULL DEFAULT 0,
  -- What it was booked with, where it was booked with others; else nothing.
  series          TEXT NOT NULL DEFAULT '',
  kind            TEXT NOT NULL DEFAULT 'regular'
    CHECK (kind IN ('regular', 'first', 'milestones', 'obstacles', 'check_point', 'mid_point', 'closing', 'other')),
  -- Like 2026-03-25T14:00 in the zone with this IANA name.
  starts_at       TEXT NOT NULL DEFAULT '',
  zone            TEXT NOT NULL DEFAULT '',
  minutes         INTEGER NOT NULL DEFAULT 60 CHECK (minutes > 0),
  method          TEXT NOT NULL DEFAULT '',
  place           TEXT NOT NULL DEFAULT '',
  topic           TEXT NOT NULL DEFAULT '',
  state           TEXT NOT NULL DEFAULT 'confirmed'
    CHECK (state IN ('proposed', 'confirmed', 'held', 'cancelled', 'missed')),
  -- How long it really was, once it was held.
  held_minutes    INTEGER CHECK (held_minutes > 0),
  -- Counts what a calendar that has it must be told (RFC 5545, SEQUENCE).
  sequence        INTEGER NOT NULL DEFAULT 0,
  -- Who proposed it: 'mentor', 'mentee' or nothing.
  proposed_by     TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (relationship_id, id)
) STRICT, WITHOUT ROWID;

-- The ledger: each move and each cancellation, with who asked and when (R20, R21).
CREATE TABLE session_change (
  relationship_id TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE,
  id              TEXT NOT NULL,
  position        INTEGER NOT NULL DEFAULT 0,
  session         TEXT NOT NULL,
  kind            TEXT NOT NULL CHECK (kind IN ('moved', 'cancelled')),
  side            TEXT NOT NULL CHECK (side IN ('mentor', 'mentee')),
  -- The day on which it was asked for, and the time where it is known, in the zone of the session.
  asked_on        TEXT NOT NULL,
  asked_at        TEXT,
  -- Where the session stood, and where it went; nowhere when it was cancelled.
  was_at          TEXT NOT NULL,
  was_zone        TEXT NOT NULL,
  now_at          TEXT,
  now_zone        TEXT,
  -- 1: somebody would have travelled, so that more notice is owed.
  travel          INTEGER NOT NULL DEFAULT 0 CHECK (travel IN (0, 1)),
  reason          TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (relationship_id, id)
) STRICT, WITHOUT ROWID;

-- Up to three times that one proposes and the other chooses from (R142), for a new session or for the new time of one.
CREATE TABLE session_proposal (
  relationship_id TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE,
  id              TEXT NOT NULL,
  position        INTEGER NOT NULL DEFAULT 0,
  side            TEXT NOT NULL CHECK (side IN ('mentor', 'mentee')),
  made_on         TEXT NOT NULL,
  -- The session it is for, where there is one; else nothing.
  session         TEXT NOT NULL DEFAULT '',
  kind            TEXT NOT NULL DEFAULT 'regular',
  zone            TEXT NOT NULL,
  slot_1          TEXT NOT NULL,
  slot_2          TEXT,
  slot_3          TEXT,
  minutes         INTEGER NOT NULL CHECK (minutes > 0),
  method          TEXT NOT NULL DEFAULT '',
  place           TEXT NOT NULL DEFAULT '',
  topic           TEXT NOT NULL DEFAULT '',
  state           TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'chosen', 'none_fits', 'withdrawn')),
  -- Which one was chosen, from 1.
  chosen          INTEGER CHECK (chosen BETWEEN 1 AND 3),
  PRIMARY KEY (relationship_id, id)
) STRICT, WITHOUT ROWID;

-- That one of the two said that the pace cannot be kept, and which other pattern was proposed (R130).
CREATE TABLE pace_talk (
  relationship_id TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE,
  id              TEXT NOT NULL,
  position        INTEGER NOT NULL DEFAULT 0,
  side            TEXT NOT NULL CHECK (side IN ('mentor', 'mentee')),
  on_date         TEXT NOT NULL,
  note            TEXT NOT NULL DEFAULT '',
  cadence         TEXT NOT NULL DEFAULT '',
  interval_count  INTEGER,
  interval_unit   TEXT,
  minutes         INTEGER,
  state           TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'agreed', 'kept')),
  PRIMARY KEY (relationship_id, id)
) STRICT, WITHOUT ROWID;
