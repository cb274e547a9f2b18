-- Versions of the agreement and the signatures under them (B4). What is signed never changes: its rows can
-- only be added, and go only with the whole relationship.

-- A text of record that was frozen to be signed; several may have the same number, where one was withdrawn.
CREATE TABLE version (
  relationship_id TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE,
  id              TEXT NOT NULL,
  position        INTEGER NOT NULL,
  number          INTEGER NOT NULL CHECK (number > 0),
  -- Canonical JSON; sha256 is its fingerprint, follows that of the version signed before.
  text            TEXT NOT NULL CHECK (text <> ''),
  sha256          TEXT NOT NULL CHECK (length(sha256) = 64),
  follows         TEXT CHECK (length(follows) = 64),
  frozen_at       TEXT NOT NULL,
  mentor_key      TEXT NOT NULL CHECK (length(mentor_key) = 64),
  mentee_key      TEXT NOT NULL CHECK (length(mentee_key) = 64),
  computer_of     TEXT NOT NULL CHECK (computer_of IN ('mentor', 'mentee')),
  PRIMARY KEY (relationship_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE signature (
  relationship_id TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE,
  id              TEXT NOT NULL,
  position        INTEGER NOT NULL,
  version         TEXT NOT NULL,
  side            TEXT NOT NULL CHECK (side IN ('mentor', 'mentee')),
  kind            TEXT NOT NULL CHECK (kind IN ('typed', 'drawn', 'on_paper')),
  -- Canonical JSON of what was signed.
  statement       TEXT NOT NULL,
  sha256          TEXT NOT NULL CHECK (length(sha256) = 64),
  signature       TEXT NOT NULL CHECK (length(signature) = 128),
  -- Of the person's key for PDFs: DER in base64.
  certificate     TEXT NOT NULL,
  at              TEXT NOT NULL,
  PRIMARY KEY (relationship_id, id),
  UNIQUE (relationship_id, version, side)
) STRICT, WITHOUT ROWID;

-- That the other person saw a signature by hand; one for each such signature.
CREATE TABLE confirmation (
  relationship_id TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE,
  id              TEXT NOT NULL,
  position        INTEGER NOT NULL,
  version         TEXT NOT NULL,
  side            TEXT NOT NULL CHECK (side IN ('mentor', 'mentee')),
  -- Id of the signature that is confirmed.
  confirms        TEXT NOT NULL,
  statement       TEXT NOT NULL,
  signature       TEXT NOT NULL CHECK (length(signature) = 128),
  at              TEXT NOT NULL,
  PRIMARY KEY (relationship_id, id),
  UNIQUE (relationship_id, confirms)
) STRICT, WITHOUT ROWID;

-- What happened on the way: somebody had the exact text before them, or passed the computer on.
CREATE TABLE signing_step (
  relationship_id TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE,
  id              TEXT NOT NULL,
  position        INTEGER NOT NULL,
  version         TEXT NOT NULL,
  side            TEXT NOT NULL CHECK (side IN ('mentor', 'mentee')),
  what            TEXT NOT NULL CHECK (what IN ('opened', 'handed_over')),
  at              TEXT NOT NULL,
  PRIMARY KEY (relationship_id, id)
) STRICT, WITHOUT ROWID;

-- A version that was taken back before both had signed; it stays on record.
CREATE TABLE withdrawal (
  relationship_id TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE,
  id              TEXT NOT NULL,
  position        INTEGER NOT NULL,
  version         TEXT NOT NULL,
  side            TEXT NOT NULL CHECK (side IN ('mentor', 'mentee')),
  reason          TEXT NOT NULL CHECK (reason IN ('withdrawn', 'superseded')),
  at              TEXT NOT NULL,
  PRIMARY KEY (relationship_id, id),
  UNIQUE (relationship_id, version)
) STRICT, WITHOUT ROWID;

-- Scans and photos of papers signed by hand, by their content. What is signed of one is its SHA-256.
CREATE TABLE scan (
  relationship_id TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE,
  sha256          TEXT NOT NULL CHECK (length(sha256) = 64),
  mime            TEXT NOT NULL CHECK (mime IN ('image/png', 'image/jpeg', 'application/pdf')),
  bytes           BLOB NOT NULL,
  PRIMARY KEY (relationship_id, sha256)
) STRICT;

-- Where each of the two stands towards a goal by their own judgement (R27): id is the goal, an @ and the side.
-- 0 stands for "not said". Shared, and no signed row: it may change; versions keep what it was.
CREATE TABLE rating (
  relationship_id TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE,
  id              TEXT NOT NULL,
  value           INTEGER NOT NULL DEFAULT 0 CHECK (value BETWEEN 0 AND 5),
  PRIMARY KEY (relationship_id, id)
) STRICT, WITHOUT ROWID;

-- The secrets with which people sign at this computer, drawn once. Private by type: no edit can hold them.
CREATE TABLE signing_key (
  person_id TEXT NOT NULL PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
  own       BLOB NOT NULL CHECK (length(own) = 32),
  pdf       BLOB NOT NULL CHECK (length(pdf) = 32),
  made_at   TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The keys that the other person's own Fairlead was seen to use. The first one seen is the pinned one, until
-- another is confirmed by a spoken check.
CREATE TABLE partner_key (
  relationship_id TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE,
  side            TEXT NOT NULL CHECK (side IN ('mentor', 'mentee')),
  -- Which of them was seen first: 0, 1, and so on.
  position        INTEGER NOT NULL,
  key             TEXT NOT NULL CHECK (length(key) = 64),
  seen_at         TEXT NOT NULL,
  confirmed_at    TEXT,
  PRIMARY KEY (relationship_id, side, key)
) STRICT, WITHOUT ROWID;

-- No signed row is ever changed, replaced, or deleted while its relationship is there. REPLACE would delete
-- without asking the DELETE trigger, so that a second row of the same key is refused as well.
CREATE TRIGGER version_never_changes BEFORE UPDATE ON version
BEGIN SELECT RAISE (ABORT, 'a signed version never changes'); END;
CREATE TRIGGER version_is_never_deleted BEFORE DELETE ON version
WHEN EXISTS (SELECT 1 FROM relationship WHERE id = OLD.relationship_id)
BEGIN SELECT RAISE (ABORT, 'a signed version is never deleted'); END;
CREATE TRIGGER version_is_never_replaced BEFORE INSERT ON version
WHEN EXISTS (SELECT 1 FROM version WHERE relationship_id = NEW.relationship_id AND id = NEW.id)
BEGIN SELECT RAISE (ABORT, 'a signed version is never replaced'); END;

CREATE TRIGGER signature_never_changes BEFORE UPDATE ON signature
BEGIN SELECT RAISE (ABORT, 'a signature never changes'); END;
CREATE TRIGGER signature_is_never_deleted BEFORE DELETE ON signature
WHEN EXISTS (SELECT 1 FROM relationship WHERE id = OLD.relationship_id)
BEGIN SELECT RAISE (ABORT, 'a signature is never deleted'); END;
CREATE TRIGGER signature_is_never_replaced BEFORE INSERT ON signature
WHEN EXISTS (SELECT 1 FROM signature WHERE relationship_id = NEW.relationship_id
             AND (id = NEW.id OR (version = NEW.version AND side = NEW.side)))
BEGIN SELECT RAISE (ABORT, 'a signature is never replaced'); END;

CREATE TRIGGER confirmation_never_changes BEFORE UPDATE ON confirmation
BEGIN SELECT RAISE (ABORT, 'a confirmation never changes'); END;
CREATE TRIGGER confirmation_is_never_deleted BEFORE DELETE ON confirmation
WHEN EXISTS (SELECT 1 FROM relationship WHERE id = OLD.relationship_id)
BEGIN SELECT RAISE (ABORT, 'a confirmation is never deleted'); END;
CREATE TRIGGER confirmation_is_never_replaced BEFORE INSERT ON confirmation
WHEN EXISTS (SELECT 1 FROM confirmation WHERE relationship_id = NEW.relationship_id
             AND (id = NEW.id OR confirms = NEW.confirms))
BEGIN SELECT RAISE (ABORT, 'a confirmation is never replaced'); END;

CREATE TRIGGER signing_step_never_changes BEFORE UPDATE ON signing_step
BEGIN SELECT RAISE (ABORT, 'the record of a signing never changes'); END;
CREATE TRIGGER signing_step_is_never_deleted BEFORE DELETE ON signing_step
WHEN EXISTS (SELECT 1 FROM relationship WHERE id = OLD.relationship_id)
BEGIN SELECT RAISE (ABORT, 'the record of a signing is never deleted'); END;
CREATE TRIGGER signing_step_is_never_replaced BEFORE INSERT ON signing_step
WHEN EXISTS (SELECT 1 FROM signing_step WHERE relationship_id = NEW.relationship_id AND id = NEW.id)
BEGIN SELECT RAISE (ABORT, 'the record of a signing is never replaced'); END;

CREATE TRIGGER withdrawal_never_changes BEFORE UPDATE ON withdrawal
BEGIN SELECT RAISE (ABORT, 'a withdrawal never changes'); END;
CREATE TRIGGER withdrawal_is_never_deleted BEFORE DELETE ON withdrawal
WHEN EXISTS (SELECT 1 FROM relationship WHERE id = OLD.relationship_id)
BEGIN SELECT RAISE (ABORT, 'a withdrawal is never deleted'); END;
CREATE TRIGGER withdrawal_is_never_replaced BEFORE INSERT ON withdrawal
WHEN EXISTS (SELECT 1 FROM withdrawal WHERE relationship_id = NEW.relationship_id
             AND (id = NEW.id OR version = NEW.version))
BEGIN SELECT RAISE (ABORT, 'a withdrawal is never replaced'); END;

CREATE TRIGGER scan_never_changes BEFORE UPDATE ON scan
BEGIN SELECT RAISE (ABORT, 'the scan of a signed paper never changes'); END;
CREATE TRIGGER scan_is_never_deleted BEFORE DELETE ON scan
WHEN EXISTS (SELECT 1 FROM relationship WHERE id = OLD.relationship_id)
BEGIN SELECT RAISE (ABORT, 'the scan of a signed paper is never deleted'); END;
CREATE TRIGGER scan_is_never_replaced BEFORE INSERT ON scan
WHEN EXISTS (SELECT 1 FROM scan WHERE relationship_id = NEW.relationship_id AND sha256 = NEW.sha256)
BEGIN SELECT RAISE (ABORT, 'the scan of a signed paper is never replaced'); END;

-- Nor is an edit ever deleted by itself, by which a signature could be left without its history.
CREATE TRIGGER edit_is_never_deleted BEFORE DELETE ON edit
WHEN EXISTS (SELECT 1 FROM relationship WHERE id = OLD.relationship_id)
BEGIN SELECT RAISE (ABORT, 'an edit is never deleted'); END;
CREATE TRIGGER edit_is_never_replaced BEFORE INSERT ON edit
WHEN NEW.id IS NOT NULL AND EXISTS (SELECT 1 FROM edit WHERE id = NEW.id)
BEGIN SELECT RAISE (ABORT, 'an edit is never replaced'); END;
