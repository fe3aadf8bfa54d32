-- Who was said to be the same as a job: asked for whenever a job is decided.
CREATE INDEX judgements_of_original ON judgements (original) WHERE original IS NOT NULL;
