-- What each office made of the versions of policies that came with Ronda: an upgrade changes no
-- policy of an office, and offers the newer ones until somebody answers.
CREATE TABLE policy_update_answers (
  id          uuid PRIMARY KEY DEFAULT uuidv7(),
  office_id   uuid NOT NULL DEFAULT current_setting('ronda.office')::uuid REFERENCES offices,
  policy      text NOT NULL CHECK (length(policy) BETWEEN 1 AND 60),
  shipped     integer NOT NULL CHECK (shipped >= 0), -- as Ronda's file counts; 0 where nobody knows
  made        text NOT NULL CHECK (made IN ('begun', 'taken', 'declined')),
  by          text NOT NULL,
  at          timestamptz NOT NULL,
  why         text NOT NULL
);
CREATE INDEX policy_update_answers_of ON policy_update_answers (office_id, policy, shipped, at);
CREATE TRIGGER policy_update_answers_only_add BEFORE UPDATE OR DELETE OR TRUNCATE ON policy_update_answers
  FOR EACH STATEMENT EXECUTE FUNCTION only_add();

ALTER TABLE policy_update_answers ENABLE ROW LEVEL SECURITY;
ALTER TABLE policy_update_answers FORCE ROW LEVEL SECURITY;
CREATE POLICY own_office ON policy_update_answers USING (
  office_id = nullif(current_setting('ronda.office', true), '')::uuid
  OR current_setting('ronda.everything', true) = 'yes');
