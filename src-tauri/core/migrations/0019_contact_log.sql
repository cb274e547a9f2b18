-- Staying in touch: what was said when and by which way (R18), and what the programme was told (R6, R7, R57).

CREATE TABLE contact_log (
  relationship_id TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE,
  id              TEXT NOT NULL,
  -- The order in which they were written down.
  position        INTEGER NOT NULL DEFAULT 0,
  -- Who reached out.
  side            TEXT NOT NULL DEFAULT 'mentee' CHECK (side IN ('mentor', 'mentee')),
  channel         TEXT NOT NULL DEFAULT 'other',
  -- Civil date, and time where it is known, in the zone of the one who wrote it down.
  on_date         TEXT NOT NULL DEFAULT '',
  at_time         TEXT,
  zone            TEXT NOT NULL DEFAULT '',
  note            TEXT NOT NULL DEFAULT '',
  needs_reply     INTEGER NOT NULL DEFAULT 0 CHECK (needs_reply IN (0, 1)),
  -- message; all_fine: no help is needed until back_on (R19).
  purpose         TEXT NOT NULL DEFAULT 'message' CHECK (purpose IN ('message', 'all_fine')),
  back_on         TEXT,
  -- The day on which "all fine" was ended before its time.
  ended_on        TEXT,
  -- The session that was agreed in it.
  session         TEXT,
  PRIMARY KEY (relationship_id, id)
) STRICT, WITHOUT ROWID;

-- What became of telling the programme that contact has broken down; id is what it is about, an @ and the side.
CREATE TABLE escalation (
  relationship_id TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE,
  id              TEXT NOT NULL,
  -- The four simple mishaps, ticked as looked at (R8).
  junk            INTEGER NOT NULL DEFAULT 0 CHECK (junk IN (0, 1)),
  spelling        INTEGER NOT NULL DEFAULT 0 CHECK (spelling IN (0, 1)),
  other_channel   INTEGER NOT NULL DEFAULT 0 CHECK (other_channel IN (0, 1)),
  out_of_office   INTEGER NOT NULL DEFAULT 0 CHECK (out_of_office IN (0, 1)),
  outcome         TEXT NOT NULL DEFAULT '' CHECK (outcome IN ('', 'sent', 'not_needed')),
  on_date         TEXT,
  reason          TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (relationship_id, id)
) STRICT, WITHOUT ROWID;
