-- When an occurrence was handed to the desktop, in seconds since 1970: from then on it may have been on the screen, and
-- is never shown again. Private.
ALTER TABLE fired ADD COLUMN shown_at INTEGER;
