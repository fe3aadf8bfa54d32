-- The queue's filters read what passes them, and not an office's million jobs: each was asked of a
-- desk with a million that wait, under row-level security (decision 061).

-- What is in somebody's hands: a few of all.
CREATE INDEX jobs_held ON jobs (office_id, held_by) WHERE held_by IS NOT NULL;

-- One category, platform or region, the weightiest first. A region is compared byte by byte
-- (text_pattern_ops), so that a place and all within it lie together in whatever order a database sorts.
CREATE INDEX jobs_open_by_category ON jobs (office_id, category, weight DESC, id)
  WHERE forgotten_at IS NULL AND standing IN ('WAITING', 'AWAITS_SECOND', 'DISPUTED');
CREATE INDEX jobs_open_by_platform ON jobs (office_id, platform, weight DESC, id)
  WHERE forgotten_at IS NULL AND standing IN ('WAITING', 'AWAITS_SECOND', 'DISPUTED');
CREATE INDEX jobs_open_by_region ON jobs (office_id, region text_pattern_ops, weight DESC, id)
  WHERE forgotten_at IS NULL AND standing IN ('WAITING', 'AWAITS_SECOND', 'DISPUTED');

-- The same as in V13, with columns behind that order nothing: a score, a weight or a category that does
-- not pass is seen in the index, and its job is not fetched.
DROP INDEX jobs_by_weight;
CREATE INDEX jobs_by_weight ON jobs (office_id, weight DESC, id, score)
  WHERE forgotten_at IS NULL AND standing IN ('WAITING', 'AWAITS_SECOND', 'DISPUTED');
DROP INDEX jobs_by_due;
CREATE INDEX jobs_by_due ON jobs (office_id, due_at, weight, category)
  WHERE forgotten_at IS NULL AND standing IN ('WAITING', 'AWAITS_SECOND', 'DISPUTED');
