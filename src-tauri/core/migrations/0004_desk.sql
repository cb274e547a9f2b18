-- The owner's own view of a relationship: private by type, never in an edit.

-- How this installation stands to a relationship (B1).
CREATE TABLE part (
  relationship_id TEXT NOT NULL PRIMARY KEY REFERENCES relationship (id) ON DELETE CASCADE,
  role            TEXT NOT NULL CHECK (role IN ('mentor', 'mentee', 'coordinator')),
  mentor_person   TEXT NOT NULL REFERENCES person (id),
  mentee_person   TEXT NOT NULL REFERENCES person (id),
  example         INTEGER NOT NULL CHECK (example IN (0, 1)),
  created_at      TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX part_mentor ON part (mentor_person);
CREATE INDEX part_mentee ON part (mentee_person);

-- Private notes (B8): in no paper, packet, calendar file or notification.
CREATE TABLE private_note (
  relationship_id TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE,
  about           TEXT NOT NULL,
  text            TEXT NOT NULL,
  written_at      TEXT NOT NULL,
  PRIMARY KEY (relationship_id, about)
) STRICT, WITHOUT ROWID;

-- Up to which edit the owner has looked.
CREATE TABLE seen_mark (
  relationship_id TEXT NOT NULL PRIMARY KEY REFERENCES relationship (id) ON DELETE CASCADE,
  edit_id         INTEGER NOT NULL,
  at              TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Which occurrence of which reminder was shown. The key makes each one happen exactly once.
CREATE TABLE fired (
  relationship_id TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE,
  series          TEXT NOT NULL,
  occurrence      TEXT NOT NULL,
  state           TEXT NOT NULL CHECK (state IN ('claimed', 'shown', 'listed', 'snoozed', 'dismissed')),
  lease_until     INTEGER NOT NULL,
  snooze_until    INTEGER,
  PRIMARY KEY (relationship_id, series, occurrence)
) STRICT, WITHOUT ROWID;
