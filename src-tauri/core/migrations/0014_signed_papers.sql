-- The PDF of a version that both have signed, as it was made then, with the PDF's own signatures: the same
-- bytes for ever, whatever a later Fairlead would make of the text.
CREATE TABLE signed_paper (
  relationship_id TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE,
  -- Id of the version.
  version         TEXT NOT NULL,
  sha256          TEXT NOT NULL CHECK (length(sha256) = 64),
  bytes           BLOB NOT NULL,
  made_at         TEXT NOT NULL,
  PRIMARY KEY (relationship_id, version)
) STRICT;

CREATE TRIGGER signed_paper_never_changes BEFORE UPDATE ON signed_paper
BEGIN SELECT RAISE (ABORT, 'a signed paper never changes'); END;
CREATE TRIGGER signed_paper_is_never_deleted BEFORE DELETE ON signed_paper
WHEN EXISTS (SELECT 1 FROM relationship WHERE id = OLD.relationship_id)
BEGIN SELECT RAISE (ABORT, 'a signed paper is never deleted'); END;
CREATE TRIGGER signed_paper_is_never_replaced BEFORE INSERT ON signed_paper
WHEN EXISTS (SELECT 1 FROM signed_paper WHERE relationship_id = NEW.relationship_id AND version = NEW.version)
BEGIN SELECT RAISE (ABORT, 'a signed paper is never replaced'); END;
