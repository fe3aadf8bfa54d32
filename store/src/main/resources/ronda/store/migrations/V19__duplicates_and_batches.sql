-- Who was said to be the same as a job: asked for whenever a job is decided.
CREATE INDEX judgements_of_original ON judgements (original) WHERE original IS NOT NULL;

-- With which batch a post came in, so that whoever sent it finds its jobs. Intake names it for its
-- transaction; posts from before, and those that no batch brought, have none.
ALTER TABLE found_posts ADD COLUMN batch uuid
  DEFAULT nullif(current_setting('ronda.batch', true), '')::uuid;
CREATE INDEX found_posts_of_batch ON found_posts (batch) WHERE batch IS NOT NULL;

-- An open start page asks every few seconds which wishes wait for a second person.
CREATE INDEX evidence_openings_undecided ON evidence_openings (office_id, asked_at)
  WHERE decided_by IS NULL;
