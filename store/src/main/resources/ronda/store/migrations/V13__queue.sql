-- What the queue's page asks for: an office's undecided jobs by what they weigh, and those of which
-- the time is yet to come.
CREATE INDEX jobs_by_weight ON jobs (office_id, weight DESC, id)
  WHERE forgotten_at IS NULL AND standing IN ('WAITING', 'AWAITS_SECOND', 'DISPUTED');
CREATE INDEX jobs_by_due ON jobs (office_id, due_at)
  WHERE forgotten_at IS NULL AND standing IN ('WAITING', 'AWAITS_SECOND', 'DISPUTED');
