-- A letter that was doubtful once may have arrived, whatever was decided since: who is told of a
-- withdrawn case has to know.
ALTER TABLE outbox ADD COLUMN doubted boolean NOT NULL DEFAULT false;
UPDATE outbox SET doubted = true WHERE state = 'DOUBTFUL';

-- When the server that captures a page was last known to be alive, by the database's clock, which all
-- servers on one database share.
ALTER TABLE evidence_captures ADD COLUMN seen_at timestamptz NOT NULL DEFAULT now();
CREATE INDEX evidence_captures_underway ON evidence_captures (seen_at)
  WHERE state IN ('WAITING', 'RUNNING');
