-- What was said of a job stands in the order in which it was said. A clock that is put back does not
-- turn it round: the last word counts, and which word is the last must not depend on a clock.
ALTER TABLE judgements ADD COLUMN place integer;
UPDATE judgements SET place = counted.place
  FROM (SELECT id, row_number() OVER (PARTITION BY job_id ORDER BY at, id) AS place
    FROM judgements) AS counted
  WHERE counted.id = judgements.id;
ALTER TABLE judgements ALTER COLUMN place SET NOT NULL;
ALTER TABLE judgements ADD CONSTRAINT judgements_in_order UNIQUE (job_id, place);
DROP INDEX judgements_of_job;

-- What answers an objection is no slip that is taken back within ten minutes.
ALTER TABLE judgements ADD COLUMN overrules boolean NOT NULL DEFAULT false;
UPDATE judgements SET overrules = true
  FROM objection_decisions d
  WHERE d.upheld AND d.officer = judgements.officer AND d.at = judgements.at;

-- Who asks for a second person is not answered by one person alone.
UPDATE jobs SET needs_two = true WHERE standing = 'AWAITS_SECOND';

-- Who sent a batch, beside the name: what a person pasted is for that person alone, and two people
-- may bear one name. Where they do, nobody can say whose an earlier one was.
ALTER TABLE batches ADD COLUMN sent_by uuid REFERENCES officers;
UPDATE batches SET sent_by = (
  SELECT min(o.id::text)::uuid FROM officers o
  WHERE o.office_id = batches.office_id AND o.name = batches.sender HAVING count(*) = 1);
