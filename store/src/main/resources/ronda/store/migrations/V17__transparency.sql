-- What each office told the public of its work. It is published, so that everybody reads it before
-- an office is known; its own office alone adds to it, and nobody changes it afterwards.
CREATE TABLE published_reports (
  id          uuid PRIMARY KEY,
  office_id   uuid NOT NULL DEFAULT current_setting('ronda.office')::uuid REFERENCES offices,
  office_name text NOT NULL,
  period      text NOT NULL CHECK (length(period) BETWEEN 4 AND 7),   -- 2026-10, 2026-Q4, 2026
  begins      date NOT NULL,
  version     integer NOT NULL CHECK (version > 0),
  reason      text NOT NULL CHECK (length(reason) <= 500),
  at          timestamptz NOT NULL,
  content     text NOT NULL CHECK (length(content) <= 1048576),        -- verbatim: it is what is hashed
  UNIQUE (office_id, period, version),
  CHECK ((version = 1) = (reason = ''))
);
CREATE TRIGGER published_reports_only_add BEFORE UPDATE OR DELETE OR TRUNCATE ON published_reports
  FOR EACH STATEMENT EXECUTE FUNCTION only_add();

ALTER TABLE published_reports ENABLE ROW LEVEL SECURITY;
ALTER TABLE published_reports FORCE ROW LEVEL SECURITY;
CREATE POLICY own_office ON published_reports USING (
  office_id = nullif(current_setting('ronda.office', true), '')::uuid
  OR current_setting('ronda.everything', true) = 'yes');
CREATE POLICY anybody ON published_reports FOR SELECT USING (true);

-- What a report counts, by time.
CREATE INDEX jobs_by_first_seen ON jobs (office_id, first_seen);
CREATE INDEX judgements_by_time ON judgements (office_id, at) WHERE undone_at IS NULL;
CREATE INDEX case_steps_by_time ON case_steps (office_id, at);
CREATE INDEX referrals_sent_by_time ON referral_happenings (office_id, at) WHERE kind = 'sent';
