-- A notice that came as a file bears the file's number beside its own. Two offices of one
-- installation may bring in the same file; what one of them did decides nothing for the other.
ALTER TABLE notices ADD COLUMN file_id uuid;
ALTER TABLE notices DISABLE TRIGGER notices_only_add;
UPDATE notices SET file_id = id WHERE from_file;
ALTER TABLE notices ENABLE TRIGGER notices_only_add;
ALTER TABLE notices ADD CONSTRAINT notices_of_files CHECK (from_file = (file_id IS NOT NULL));
ALTER TABLE notices ADD CONSTRAINT notices_once_a_file UNIQUE (office_id, file_id);
