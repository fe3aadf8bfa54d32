-- Who was said to be the same as a job: asked for whenever a job is decided.
CREATE INDEX judgements_of_original ON judgements (original) WHERE original IS NOT NULL;

-- "Same as another job" is for two where the job is: what one person said of one awaits a second.
UPDATE jobs SET standing = 'AWAITS_SECOND'
  WHERE standing = 'DUPLICATE' AND needs_two AND (
    SELECT count(*) FROM judgements j WHERE j.job_id = jobs.id AND j.undone_at IS NULL
      AND j.verdict <> 'needs-second') = 1;

-- With which batch a post came in, so that whoever sent it finds its jobs. Intake names it for its
-- transaction; posts from before, and those that no batch brought, have none.
ALTER TABLE found_posts ADD COLUMN batch uuid
  DEFAULT nullif(current_setting('ronda.batch', true), '')::uuid;
CREATE INDEX found_posts_of_batch ON found_posts (batch) WHERE batch IS NOT NULL;

-- An open start page asks every few seconds which wishes wait for a second person.
CREATE INDEX evidence_openings_undecided ON evidence_openings (office_id, asked_at)
  WHERE decided_by IS NULL;
