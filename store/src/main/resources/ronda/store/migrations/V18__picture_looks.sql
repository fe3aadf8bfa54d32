-- What the pictures among the evidence look like: a picture that comes back smaller, lighter or saved
-- anew is found by it. It goes when the posts of its case are forgotten.
CREATE TABLE picture_looks (
  office_id   uuid NOT NULL DEFAULT current_setting('ronda.office')::uuid REFERENCES offices,
  item_id     uuid NOT NULL,
  part        text NOT NULL,
  place       smallint NOT NULL,                                  -- 0: whole; then without its margins
  look        bit(256) NOT NULL,                                  -- PDQ
  PRIMARY KEY (item_id, part, place),
  FOREIGN KEY (item_id, part) REFERENCES evidence_parts (item_id, name)
);
CREATE INDEX picture_looks_of_office ON picture_looks (office_id);

ALTER TABLE picture_looks ENABLE ROW LEVEL SECURITY;
ALTER TABLE picture_looks FORCE ROW LEVEL SECURITY;
CREATE POLICY own_office ON picture_looks USING (
  office_id = nullif(current_setting('ronda.office', true), '')::uuid
  OR current_setting('ronda.everything', true) = 'yes');
