-- Which jobs stand behind each number of a trial run, so that whoever reads the number can look at
-- them. Only the latest runs of a policy keep them; what a post says does not stand here.
CREATE TABLE policy_trial_jobs (
  office_id   uuid NOT NULL DEFAULT current_setting('ronda.office')::uuid REFERENCES offices,
  trial       uuid NOT NULL REFERENCES policy_trials ON DELETE CASCADE,
  figure      text NOT NULL,
  category    text NOT NULL,                 -- of which the text tried suspects them
  posts       bigint NOT NULL,
  jobs        uuid[] NOT NULL CHECK (cardinality(jobs) <= 200),
  more        boolean NOT NULL,              -- there are jobs beside these
  PRIMARY KEY (trial, figure)
);

ALTER TABLE policy_trial_jobs ENABLE ROW LEVEL SECURITY;
ALTER TABLE policy_trial_jobs FORCE ROW LEVEL SECURITY;
CREATE POLICY own_office ON policy_trial_jobs USING (
  office_id = nullif(current_setting('ronda.office', true), '')::uuid
  OR current_setting('ronda.everything', true) = 'yes');
