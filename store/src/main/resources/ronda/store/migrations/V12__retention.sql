-- How long records are kept, what must not be forgotten, and what a job's posts may show.

-- Every category that a finding of any of the job's posts names, those on trial among them: some
-- people have agreed to see the worst of them and others have not.
ALTER TABLE jobs ADD COLUMN suspected text[] NOT NULL DEFAULT '{}';
UPDATE jobs SET suspected = (
  SELECT array_agg(DISTINCT named) FROM (
    SELECT jobs.category AS named
    UNION SELECT f ->> 'category' FROM found_posts p, jsonb_array_elements(p.findings) f
      WHERE p.job_id = jobs.id) AS every);
ALTER TABLE jobs ALTER COLUMN suspected DROP DEFAULT;
ALTER TABLE jobs ADD CHECK (category = ANY (suspected));

-- When the posts were forgotten; what people decided stays.
ALTER TABLE jobs ADD COLUMN forgotten_at timestamptz;
CREATE INDEX jobs_remembered ON jobs (office_id, standing) WHERE forgotten_at IS NULL;

CREATE TABLE retention_settings (
  office_id  uuid NOT NULL DEFAULT current_setting('ronda.office')::uuid REFERENCES offices,
  kind       text NOT NULL,
  days       integer NOT NULL CHECK (days BETWEEN 1 AND 36500),
  PRIMARY KEY (office_id, kind)
);

CREATE TABLE legal_holds (
  id           uuid PRIMARY KEY,
  office_id    uuid NOT NULL DEFAULT current_setting('ronda.office')::uuid REFERENCES offices,
  kind         text NOT NULL CHECK (kind IN ('JOB', 'CASE')),
  subject      uuid NOT NULL,                    -- of the job or the case
  placed_by    text NOT NULL,
  placed_at    timestamptz NOT NULL,
  reason       text NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
  legal_basis  text NOT NULL CHECK (length(legal_basis) BETWEEN 1 AND 500),
  lifted_by    text,
  lifted_at    timestamptz,
  lift_reason  text,
  lift_basis   text,
  CHECK ((lifted_at IS NULL) = (lifted_by IS NULL)),
  CHECK ((lifted_at IS NULL) = (lift_reason IS NULL)),
  CHECK ((lifted_at IS NULL) = (lift_basis IS NULL))
);
CREATE INDEX legal_holds_on ON legal_holds (subject) WHERE lifted_at IS NULL;
CREATE INDEX legal_holds_by_time ON legal_holds (office_id, placed_at);

CREATE INDEX views_by_time ON views (office_id, at);

DO $$
DECLARE one text;
BEGIN
  FOREACH one IN ARRAY ARRAY['retention_settings', 'legal_holds']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', one);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', one);
    EXECUTE format($p$CREATE POLICY own_office ON %I USING (
      office_id = nullif(current_setting('ronda.office', true), '')::uuid
      OR current_setting('ronda.everything', true) = 'yes')$p$, one);
  END LOOP;
END $$;
