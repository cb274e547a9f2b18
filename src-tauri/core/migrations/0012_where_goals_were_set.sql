-- Where and when a goal was set (R65). Empty: nobody said.

ALTER TABLE goal ADD COLUMN occasion TEXT NOT NULL DEFAULT ''
  CHECK (occasion IN ('', 'before_first', 'first_meeting', 'meeting', 'between'));
ALTER TABLE goal ADD COLUMN set_on TEXT;
