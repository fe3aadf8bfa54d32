-- Copies of a confirmed text may come for weeks: they are counted as they come, and a case's history
-- tells of them by the hour, not with one step for each batch.
ALTER TABLE case_jobs ADD COLUMN untold integer NOT NULL DEFAULT 0 CHECK (untold >= 0);
CREATE INDEX case_jobs_untold ON case_jobs (office_id) WHERE untold > 0;
