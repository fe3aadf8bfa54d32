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

-- Who sent a batch, beside the name: what a person pasted is for that person alone, and two people
-- may bear one name. Where they do, nobody can say whose an earlier one was.
ALTER TABLE batches ADD COLUMN sent_by uuid REFERENCES officers;
UPDATE batches SET sent_by = (
  SELECT min(o.id::text)::uuid FROM officers o
  WHERE o.office_id = batches.office_id AND o.name = batches.sender HAVING count(*) = 1);
