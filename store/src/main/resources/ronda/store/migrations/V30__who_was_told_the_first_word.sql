-- Who was shown what another said of a job that two judge blind gives no second word of it, also
-- where somebody takes a word back. Those are kept who took one back beside another's, and that other.
ALTER TABLE jobs ADD COLUMN told uuid[] NOT NULL DEFAULT '{}';
UPDATE jobs SET told = known.officers
  FROM (SELECT job_id, array_agg(DISTINCT officer) AS officers
    FROM (SELECT back.job_id, unnest(ARRAY[back.officer, other.officer]) AS officer
      FROM judgements back
      JOIN judgements other ON other.job_id = back.job_id AND other.place < back.place
        AND other.officer <> back.officer AND other.verdict <> 'needs-second'
        AND (other.undone_at IS NULL OR other.undone_at > back.at)
      WHERE back.undone_at IS NOT NULL AND back.verdict <> 'needs-second') AS both_sides
    GROUP BY job_id) AS known
  WHERE known.job_id = jobs.id;
