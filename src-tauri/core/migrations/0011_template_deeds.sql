-- What was done to the owner's own templates, so that it has a name, a date, and a way back. Private, as the
-- templates are.
CREATE TABLE template_deed (
  id       INTEGER NOT NULL PRIMARY KEY,
  template TEXT NOT NULL,
  -- What it was, as in "Undo moving “Limits”".
  name     TEXT NOT NULL CHECK (name <> ''),
  -- The text that was typed on, where one was: the next letters belong to the same deed.
  about    TEXT NOT NULL,
  at       TEXT NOT NULL,
  -- The template before and after, as JSON; none where it was not there.
  before   TEXT,
  after    TEXT,
  state    TEXT NOT NULL CHECK (state IN ('done', 'undone'))
) STRICT;
CREATE INDEX template_deed_template ON template_deed (template, id);
