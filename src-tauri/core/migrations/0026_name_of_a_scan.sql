-- What the file was called that shows a signature by hand: whoever confirms it sees which file it is. It is no part of
-- what is signed, and of scans from before nobody knows it.
ALTER TABLE scan ADD COLUMN name TEXT NOT NULL DEFAULT '';
