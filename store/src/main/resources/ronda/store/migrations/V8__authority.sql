-- Who may do what by which law: every text of every row, and who proposed and approved it.

CREATE TABLE authority_versions (
  id          uuid PRIMARY KEY,
  office_id   uuid NOT NULL DEFAULT current_setting('ronda.office')::uuid REFERENCES offices,
  place       bigint GENERATED ALWAYS AS IDENTITY,   -- the order in which they came
  row_id      text NOT NULL CHECK (length(row_id) BETWEEN 1 AND 80),
  number      integer NOT NULL CHECK (number > 0),
  text        text NOT NULL CHECK (length(text) <= 65536),
  struck      boolean NOT NULL,
  proposer    uuid REFERENCES officers,              -- NULL where Ronda itself brought it
  proposed_by text NOT NULL,
  proposed_at timestamptz NOT NULL,
  why         text NOT NULL CHECK (why <> ''),
  UNIQUE (office_id, row_id, number)
);
CREATE TRIGGER authority_versions_only_add BEFORE UPDATE OR DELETE OR TRUNCATE ON authority_versions
  FOR EACH STATEMENT EXECUTE FUNCTION only_add();

CREATE TABLE authority_decisions (
  version_id  uuid PRIMARY KEY REFERENCES authority_versions,
  office_id   uuid NOT NULL DEFAULT current_setting('ronda.office')::uuid REFERENCES offices,
  officer     uuid REFERENCES officers,
  decided_by  text NOT NULL,
  decided_at  timestamptz NOT NULL,
  approved    boolean NOT NULL,
  why         text NOT NULL CHECK (why <> '')
);
CREATE TRIGGER authority_decisions_only_add BEFORE UPDATE OR DELETE OR TRUNCATE
  ON authority_decisions FOR EACH STATEMENT EXECUTE FUNCTION only_add();

-- Whoever proposes does not approve: the database holds this too.
CREATE FUNCTION authority_needs_two() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM authority_versions
             WHERE id = NEW.version_id AND proposer = NEW.officer) THEN
    RAISE EXCEPTION 'whoever proposed a row of the authority table does not decide it';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER authority_decisions_need_two BEFORE INSERT ON authority_decisions
  FOR EACH ROW EXECUTE FUNCTION authority_needs_two();

DO $$
DECLARE one text;
BEGIN
  FOREACH one IN ARRAY ARRAY['authority_versions', 'authority_decisions']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', one);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', one);
    EXECUTE format($p$CREATE POLICY own_office ON %I USING (
      office_id = nullif(current_setting('ronda.office', true), '')::uuid
      OR current_setting('ronda.everything', true) = 'yes')$p$, one);
  END LOOP;
END $$;
