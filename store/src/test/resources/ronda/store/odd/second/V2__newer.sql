ALTER TABLE tree ADD COLUMN note text NOT NULL DEFAULT 'none';
-- Reaches the rows of every office only because migrations may see everything.
UPDATE secret SET word = word || ', migrated';
