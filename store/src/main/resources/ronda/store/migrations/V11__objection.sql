-- What the person concerned says against a case, and who decided it.

-- A case's public code stands on every letter about it.
CREATE TABLE case_codes (
  case_id    uuid PRIMARY KEY REFERENCES cases,
  office_id  uuid NOT NULL DEFAULT current_setting('ronda.office')::uuid REFERENCES offices,
  code       text NOT NULL UNIQUE
);

-- Who comes with a code belongs to no office yet: from the hash of a code, or of a receipt with its
-- word, to the office and the thing. It has no office's policy, because it is asked before an office
-- is known; nothing else is in it. A word that opens nothing has no office: its case did not exist.
CREATE TABLE objection_keys (
  key_hash  bytea PRIMARY KEY CHECK (length(key_hash) = 32),
  office_id uuid REFERENCES offices,
  thing     uuid,
  at        timestamptz NOT NULL
);
CREATE INDEX objection_keys_stray ON objection_keys (at) WHERE office_id IS NULL;

CREATE TABLE objections (
  id         uuid PRIMARY KEY,
  office_id  uuid NOT NULL DEFAULT current_setting('ronda.office')::uuid REFERENCES offices,
  receipt    text NOT NULL UNIQUE,
  case_id    uuid NOT NULL REFERENCES cases,
  at         timestamptz NOT NULL,
  due        timestamptz NOT NULL,
  words      text NOT NULL CHECK (length(words) BETWEEN 1 AND 4000)
);
CREATE INDEX objections_due ON objections (office_id, due, id);
CREATE INDEX objections_of_case ON objections (case_id, at);
CREATE TRIGGER objections_only_add BEFORE UPDATE OR DELETE OR TRUNCATE ON objections
  FOR EACH STATEMENT EXECUTE FUNCTION only_add();

-- How the person may be reached, sealed; forgotten when its time is over.
CREATE TABLE objection_contacts (
  objection_id uuid PRIMARY KEY REFERENCES objections,
  office_id    uuid NOT NULL DEFAULT current_setting('ronda.office')::uuid REFERENCES offices,
  sealed       bytea NOT NULL CHECK (length(sealed) <= 4096)
);

CREATE TABLE objection_decisions (
  objection_id uuid PRIMARY KEY REFERENCES objections,
  office_id    uuid NOT NULL DEFAULT current_setting('ronda.office')::uuid REFERENCES offices,
  officer      uuid NOT NULL REFERENCES officers,
  decided_by   text NOT NULL,
  at           timestamptz NOT NULL,
  upheld       boolean NOT NULL,
  reason       text NOT NULL CHECK (reason <> '')
);
CREATE INDEX objection_decisions_lately ON objection_decisions (office_id, at DESC);
CREATE TRIGGER objection_decisions_only_add BEFORE UPDATE OR DELETE OR TRUNCATE
  ON objection_decisions FOR EACH STATEMENT EXECUTE FUNCTION only_add();

DO $$
DECLARE one text;
BEGIN
  FOREACH one IN ARRAY ARRAY['case_codes', 'objections', 'objection_contacts',
    'objection_decisions']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', one);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', one);
    EXECUTE format($p$CREATE POLICY own_office ON %I USING (
      office_id = nullif(current_setting('ronda.office', true), '')::uuid
      OR current_setting('ronda.everything', true) = 'yes')$p$, one);
  END LOOP;
END $$;
