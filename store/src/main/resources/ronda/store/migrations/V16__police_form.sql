-- Who opened the sealed address of an entry of the police lane, for whom and why. It only grows.
CREATE TABLE police_lane_openings (
  id         uuid PRIMARY KEY DEFAULT uuidv7(),
  office_id  uuid NOT NULL DEFAULT current_setting('ronda.office')::uuid REFERENCES offices,
  entry      uuid NOT NULL REFERENCES police_lane,
  at         timestamptz NOT NULL,
  actor      text NOT NULL,
  why        text NOT NULL CHECK (length(why) BETWEEN 1 AND 2000),
  recipient  text NOT NULL CHECK (length(recipient) BETWEEN 1 AND 300)
);
CREATE INDEX police_lane_openings_of_entry ON police_lane_openings (entry, at);
CREATE INDEX police_lane_handed ON police_lane (office_id, handed_at) WHERE handed_at IS NOT NULL;
CREATE TRIGGER police_lane_openings_only_add BEFORE UPDATE OR DELETE OR TRUNCATE
  ON police_lane_openings FOR EACH STATEMENT EXECUTE FUNCTION only_add();

ALTER TABLE police_lane_openings ENABLE ROW LEVEL SECURITY;
ALTER TABLE police_lane_openings FORCE ROW LEVEL SECURITY;
CREATE POLICY own_office ON police_lane_openings USING (
  office_id = nullif(current_setting('ronda.office', true), '')::uuid
  OR current_setting('ronda.everything', true) = 'yes');
