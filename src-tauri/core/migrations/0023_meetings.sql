-- One session before, during and after (R17): agenda, notes, feedback, summary.

-- What is known of a session's page; id is the session. Empty words stand for "not yet".
CREATE TABLE session_page (
  relationship_id  TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE,
  id               TEXT NOT NULL,
  wish             TEXT NOT NULL DEFAULT '',
  wish_at          TEXT NOT NULL DEFAULT '',
  rethink          TEXT NOT NULL DEFAULT '',
  rethink_at       TEXT NOT NULL DEFAULT '',
  rethink_minutes  INTEGER,
  agenda_sent_at   TEXT NOT NULL DEFAULT '',
  agenda_missing   TEXT NOT NULL DEFAULT '' CHECK (agenda_missing IN ('', 'remind', 'hold', 'move')),
  note_taker       TEXT NOT NULL DEFAULT '' CHECK (note_taker IN ('', 'mentor', 'mentee')),
  feedback_minutes INTEGER CHECK (feedback_minutes BETWEEN 5 AND 10),
  summary_sent_at  TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (relationship_id, id)
) STRICT, WITHOUT ROWID;

-- A point of an agenda. It stands on the agenda of its session, and of the next ones until it is reached.
CREATE TABLE agenda_point (
  relationship_id TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE,
  id              TEXT NOT NULL,
  session         TEXT NOT NULL DEFAULT '',
  position        INTEGER NOT NULL DEFAULT 0,
  text            TEXT NOT NULL DEFAULT '',
  side            TEXT NOT NULL DEFAULT 'mentee' CHECK (side IN ('mentor', 'mentee')),
  topic           TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (relationship_id, id)
) STRICT, WITHOUT ROWID;

-- What happened to a point in a session; id is the point, an @ and the session.
CREATE TABLE agenda_outcome (
  relationship_id TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE,
  id              TEXT NOT NULL,
  outcome         TEXT NOT NULL DEFAULT '' CHECK (outcome IN ('', 'reached', 'not_reached', 'dropped')),
  note            TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (relationship_id, id)
) STRICT, WITHOUT ROWID;

-- Topics to come back to, and modules of the programme with a date and two prompts (R150).
CREATE TABLE topic (
  relationship_id TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE,
  id              TEXT NOT NULL,
  position        INTEGER NOT NULL DEFAULT 0,
  kind            TEXT NOT NULL DEFAULT 'topic' CHECK (kind IN ('topic', 'module')),
  title           TEXT NOT NULL DEFAULT '',
  on_date         TEXT,
  before          TEXT NOT NULL DEFAULT '',
  after           TEXT NOT NULL DEFAULT '',
  session         TEXT NOT NULL DEFAULT '',
  done_on         TEXT,
  PRIMARY KEY (relationship_id, id)
) STRICT, WITHOUT ROWID;

-- A line of the shared notes; with a task it is an action (R148).
CREATE TABLE session_note (
  relationship_id TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE,
  id              TEXT NOT NULL,
  session         TEXT NOT NULL DEFAULT '',
  position        INTEGER NOT NULL DEFAULT 0,
  side            TEXT NOT NULL DEFAULT 'mentee' CHECK (side IN ('mentor', 'mentee')),
  kind            TEXT NOT NULL DEFAULT 'note' CHECK (kind IN ('note', 'outside')),
  text            TEXT NOT NULL DEFAULT '',
  task            TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (relationship_id, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX session_note_session ON session_note (relationship_id, session);

-- What belongs to a task that is a request for help; id is the task (R151).
CREATE TABLE help_request (
  relationship_id TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE,
  id              TEXT NOT NULL,
  attachment      TEXT NOT NULL DEFAULT '',
  answer          TEXT NOT NULL DEFAULT '',
  answered_at     TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (relationship_id, id)
) STRICT, WITHOUT ROWID;

-- Feedback or a recommendation in a line, with what it is for (R75).
CREATE TABLE feedback_point (
  relationship_id TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE,
  id              TEXT NOT NULL,
  session         TEXT NOT NULL DEFAULT '',
  position        INTEGER NOT NULL DEFAULT 0,
  side            TEXT NOT NULL DEFAULT 'mentor' CHECK (side IN ('mentor', 'mentee')),
  text            TEXT NOT NULL DEFAULT '',
  tag             TEXT NOT NULL DEFAULT '' CHECK (tag IN ('', 'skill', 'method', 'awareness')),
  state           TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('', 'open', 'taken', 'agree_to_disagree')),
  made_at         TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (relationship_id, id)
) STRICT, WITHOUT ROWID;

-- "I see it differently" and "I'd rather have ...", to feedback or a task (R76).
CREATE TABLE counter_proposal (
  relationship_id TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE,
  id              TEXT NOT NULL,
  target          TEXT NOT NULL DEFAULT '',
  position        INTEGER NOT NULL DEFAULT 0,
  side            TEXT NOT NULL DEFAULT 'mentee' CHECK (side IN ('mentor', 'mentee')),
  kind            TEXT NOT NULL DEFAULT 'differently' CHECK (kind IN ('differently', 'rather')),
  text            TEXT NOT NULL DEFAULT '',
  made_at         TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (relationship_id, id)
) STRICT, WITHOUT ROWID;

-- The four answers of one of the two to a session, once shown (R49); id is the session, an @ and the side.
CREATE TABLE session_feedback (
  relationship_id TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE,
  id              TEXT NOT NULL,
  take_away       TEXT NOT NULL DEFAULT '',
  keep            TEXT NOT NULL DEFAULT '',
  less            TEXT NOT NULL DEFAULT '',
  differently     TEXT NOT NULL DEFAULT '',
  sent_at         TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (relationship_id, id)
) STRICT, WITHOUT ROWID;

-- The same before it is shown: private, never in an edit. Without sent_at it is still being written.
CREATE TABLE session_feedback_unseen (
  relationship_id TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE,
  session         TEXT NOT NULL,
  side            TEXT NOT NULL CHECK (side IN ('mentor', 'mentee')),
  take_away       TEXT NOT NULL,
  keep            TEXT NOT NULL,
  less            TEXT NOT NULL,
  differently     TEXT NOT NULL,
  sent_at         TEXT,
  PRIMARY KEY (relationship_id, session, side)
) STRICT, WITHOUT ROWID;

-- What the owner of this installation notes for themselves: private, never in an edit.
CREATE TABLE session_private_note (
  relationship_id TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE,
  session         TEXT NOT NULL,
  text            TEXT NOT NULL,
  written_at      TEXT NOT NULL,
  PRIMARY KEY (relationship_id, session)
) STRICT, WITHOUT ROWID;
