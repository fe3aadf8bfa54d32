-- To whom a referral's letters go, as it was when the first was written, and each time a person said
-- that what has changed since is right. Of the key its hash: the key itself stands with the addressee.
CREATE TABLE referral_destinations (
  referral_id uuid NOT NULL REFERENCES referrals,
  number      integer NOT NULL CHECK (number > 0),
  office_id   uuid NOT NULL DEFAULT current_setting('ronda.office')::uuid REFERENCES offices,
  kind        text NOT NULL,
  name        text NOT NULL,
  email       text NOT NULL,                         -- may be empty
  endpoint    text NOT NULL,                         -- may be empty
  key_hash    text NOT NULL,                         -- SHA-256 of the armour in UTF-8; empty for no key
  actor       text NOT NULL,
  at          timestamptz NOT NULL,
  PRIMARY KEY (referral_id, number)
);
CREATE TRIGGER referral_destinations_only_add BEFORE UPDATE OR DELETE OR TRUNCATE ON referral_destinations
  FOR EACH STATEMENT EXECUTE FUNCTION only_add();

-- Those of before: kind and name as they stood on the letter, the rest as it is now.
INSERT INTO referral_destinations
    (referral_id, number, office_id, kind, name, email, endpoint, key_hash, actor, at)
  SELECT r.id, 1, r.office_id, r.kind, r.addressee, a.email, a.endpoint,
    CASE WHEN a.key = '' THEN '' ELSE encode(sha256(convert_to(a.key, 'UTF8')), 'hex') END,
    r.written_by, r.written_at
  FROM referrals r JOIN addressees a ON a.id = r.addressee_id;

ALTER TABLE referral_destinations ENABLE ROW LEVEL SECURITY;
ALTER TABLE referral_destinations FORCE ROW LEVEL SECURITY;
CREATE POLICY own_office ON referral_destinations USING (
  office_id = nullif(current_setting('ronda.office', true), '')::uuid
  OR current_setting('ronda.everything', true) = 'yes');

-- The list of published reports names the hash of each, and reads none of them for it.
ALTER TABLE published_reports ADD COLUMN sha256 text NOT NULL DEFAULT '';
ALTER TABLE published_reports DISABLE TRIGGER published_reports_only_add;
UPDATE published_reports SET sha256 = encode(sha256(convert_to(content, 'UTF8')), 'hex');
ALTER TABLE published_reports ENABLE TRIGGER published_reports_only_add;
ALTER TABLE published_reports ALTER COLUMN sha256 DROP DEFAULT;
ALTER TABLE published_reports ADD CHECK (length(sha256) = 64);
