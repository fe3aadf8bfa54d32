-- What a case holds is destroyed by decision of two persons, never by a time that is over. One of
-- them proposes, another decides: the database knows no decision of the same person.
CREATE TABLE disposals (
  id           uuid PRIMARY KEY,
  office_id    uuid NOT NULL DEFAULT current_setting('ronda.office')::uuid REFERENCES offices,
  case_id      uuid NOT NULL REFERENCES cases,
  proposed_by  uuid NOT NULL REFERENCES officers,
  proposer     text NOT NULL,
  proposed_at  timestamptz NOT NULL,
  reason       text NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
  legal_basis  text NOT NULL CHECK (length(legal_basis) BETWEEN 1 AND 500),
  decided_by   uuid REFERENCES officers,
  decider      text,
  decided_at   timestamptz,
  agreed       boolean,
  answer       text CHECK (length(answer) BETWEEN 1 AND 500),
  CHECK (decided_by <> proposed_by),
  CHECK (num_nonnulls(decided_by, decider, decided_at, agreed, answer) IN (0, 5))
);
CREATE UNIQUE INDEX disposals_waiting ON disposals (case_id) WHERE decided_at IS NULL;
CREATE INDEX disposals_of_case ON disposals (case_id, proposed_at);
CREATE INDEX disposals_by_time ON disposals (office_id, proposed_at);

ALTER TABLE disposals ENABLE ROW LEVEL SECURITY;
ALTER TABLE disposals FORCE ROW LEVEL SECURITY;
CREATE POLICY own_office ON disposals USING (
  office_id = nullif(current_setting('ronda.office', true), '')::uuid
  OR current_setting('ronda.everything', true) = 'yes');

-- A proposal is decided once, and nothing else of it ever changes.
CREATE FUNCTION only_decide_once() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  decision text[] := ARRAY['decided_by', 'decider', 'decided_at', 'agreed', 'answer'];
BEGIN
  IF OLD.decided_at IS NULL AND to_jsonb(NEW) - decision = to_jsonb(OLD) - decision THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a disposal is only decided, and once' USING ERRCODE = 'insufficient_privilege';
END
$$;
CREATE TRIGGER disposals_only_decided BEFORE UPDATE ON disposals
  FOR EACH ROW EXECUTE FUNCTION only_decide_once();
CREATE TRIGGER disposals_only_add BEFORE DELETE OR TRUNCATE ON disposals
  FOR EACH STATEMENT EXECUTE FUNCTION only_add();

-- By which decision a paper lost its contents. A reopened case may hold newer ones beside it.
ALTER TABLE evidence_items ADD COLUMN disposal_id uuid REFERENCES disposals;
ALTER TABLE evidence_captures ADD COLUMN disposal_id uuid REFERENCES disposals;
ALTER TABLE evidence_bundles ADD COLUMN disposal_id uuid REFERENCES disposals;
ALTER TABLE letters ADD COLUMN disposal_id uuid REFERENCES disposals;
ALTER TABLE replies ADD COLUMN disposal_id uuid REFERENCES disposals;
ALTER TABLE objections ADD COLUMN disposal_id uuid REFERENCES disposals;

-- What was said against a case cannot be changed; it can be emptied, by such a decision about that
-- case and no other way.
ALTER TABLE objections DROP CONSTRAINT objections_words_check;
ALTER TABLE objections ADD CHECK (
  length(words) BETWEEN 1 AND 4000 AND disposal_id IS NULL OR words = '' AND disposal_id IS NOT NULL);
CREATE FUNCTION only_add_or_be_destroyed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  emptied text[] := ARRAY['words', 'disposal_id'];
BEGIN
  IF OLD.disposal_id IS NULL AND NEW.words = ''
      AND to_jsonb(NEW) - emptied = to_jsonb(OLD) - emptied
      AND EXISTS (SELECT FROM disposals d
        WHERE d.id = NEW.disposal_id AND d.case_id = OLD.case_id AND d.agreed) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'to objections one may only add' USING ERRCODE = 'insufficient_privilege';
END
$$;
DROP TRIGGER objections_only_add ON objections;
CREATE TRIGGER objections_only_add BEFORE DELETE OR TRUNCATE ON objections
  FOR EACH STATEMENT EXECUTE FUNCTION only_add();
CREATE TRIGGER objections_only_emptied BEFORE UPDATE ON objections
  FOR EACH ROW EXECUTE FUNCTION only_add_or_be_destroyed();

-- Mails that belong to no referral are emptied by the hourly round: the key stays, so that none is
-- taken in twice.
ALTER TABLE replies ADD COLUMN forgotten_at timestamptz;
CREATE INDEX replies_set_aside ON replies (office_id, at)
  WHERE referral_id IS NULL AND set_aside AND forgotten_at IS NULL;
