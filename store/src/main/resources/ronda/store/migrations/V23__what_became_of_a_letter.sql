-- What became of each letter that follows a first one: it left, by whom and how, or a person said
-- that it does not leave. Of the first letter of a referral the happenings say it.
CREATE TABLE letter_fates (
  letter_id  uuid NOT NULL REFERENCES letters,
  office_id  uuid NOT NULL DEFAULT current_setting('ronda.office')::uuid REFERENCES offices,
  fate       text NOT NULL CHECK (fate IN ('LEFT', 'DISCARDED')),
  at         timestamptz NOT NULL,
  actor      text NOT NULL,
  way        text NOT NULL,                          -- mail, by-hand, api; empty if discarded
  words      text NOT NULL,                          -- how it was handed over, or why not
  -- What a person gave up may yet be proved to have left: then it left.
  PRIMARY KEY (letter_id, fate)
);
CREATE INDEX letters_that_follow ON letters (office_id, referral_id) WHERE kind <> 'REFERRAL';
CREATE TRIGGER letter_fates_only_add BEFORE UPDATE OR DELETE OR TRUNCATE ON letter_fates
  FOR EACH STATEMENT EXECUTE FUNCTION only_add();

-- Those of before: the outbox knows which left, and when they were last due.
INSERT INTO letter_fates (letter_id, office_id, fate, at, actor, way, words)
  SELECT DISTINCT ON (l.id) l.id, l.office_id, 'LEFT', o.due, 'Ronda', lower(o.way), ''
  FROM letters l JOIN outbox o ON o.letter_id = l.id AND o.state = 'SENT'
  WHERE l.kind <> 'REFERRAL' ORDER BY l.id, o.due;

-- A reminder that did not leave before its referral was withdrawn does not leave.
INSERT INTO letter_fates (letter_id, office_id, fate, at, actor, way, words)
  SELECT l.id, l.office_id, 'DISCARDED', l.written_at, 'Ronda', '', ''
  FROM letters l JOIN referrals r ON r.id = l.referral_id
  WHERE r.state = 'RECALLED' AND l.kind IN ('REMINDER', 'ESCALATION')
    AND NOT EXISTS (SELECT FROM letter_fates f WHERE f.letter_id = l.id);

-- A form that writes something for good bears a key: sent twice, it writes once.
CREATE TABLE form_keys (
  office_id  uuid NOT NULL DEFAULT current_setting('ronda.office')::uuid REFERENCES offices,
  officer    uuid NOT NULL REFERENCES officers,
  key        text NOT NULL CHECK (length(key) <= 64),
  made       text NOT NULL,                          -- the address of what it wrote
  at         timestamptz NOT NULL,
  PRIMARY KEY (office_id, officer, key)
);

DO $$
DECLARE one text;
BEGIN
  FOREACH one IN ARRAY ARRAY['letter_fates', 'form_keys']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', one);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', one);
    EXECUTE format($p$CREATE POLICY own_office ON %I USING (
      office_id = nullif(current_setting('ronda.office', true), '')::uuid
      OR current_setting('ronda.everything', true) = 'yes')$p$, one);
  END LOOP;
END $$;
