-- A key for sending a batch twice is its sender's own: a token's or a person's id, for two tokens may
-- bear one name. What was sent with it is known by its bytes. Batches of before have neither: nobody
-- can say any more, so they are known by the sender's name.
ALTER TABLE batches
  ADD COLUMN key_owner uuid,
  ADD COLUMN bytes bigint,
  ADD COLUMN digest char(64),                                     -- SHA-256
  DROP CONSTRAINT batches_office_id_idempotency_key_key,
  ADD CONSTRAINT batches_once_a_key UNIQUE (office_id, key_owner, idempotency_key);

-- Which reading of a batch is the latest, and when it was last heard of: an older one that still
-- goes on counts nothing any more.
ALTER TABLE batches
  ADD COLUMN run integer NOT NULL DEFAULT 1,
  ADD COLUMN heard_at timestamptz;

-- What the queue's page asks for where it shows decided jobs, as V13 has it for the others.
CREATE INDEX jobs_decided_by_weight ON jobs (office_id, weight DESC, id)
  WHERE forgotten_at IS NULL AND standing IN ('CONFIRMED', 'DISMISSED', 'DUPLICATE');
CREATE INDEX jobs_decided_by_due ON jobs (office_id, due_at)
  WHERE forgotten_at IS NULL AND standing IN ('CONFIRMED', 'DISMISSED', 'DUPLICATE');

-- Under row-level security PostgreSQL asks an index only what betrays no other office's rows (what is
-- "leakproof"), and a match of words is not: this index was never read, and every post paid for it.
DROP INDEX found_posts_words;
