-- What a closed case has in common with what is new: the domain behind a link, and pictures.

-- Links that were kept before carry their domain already; it becomes something to look for.
INSERT INTO post_traits (office_id, post, job_id, kind, value)
SELECT DISTINCT p.office_id, p.id, p.job_id, 'domain', lower(e -> 'details' ->> 'domain')
FROM found_posts p, jsonb_array_elements(p.entities) e
WHERE (e ->> 'entity' = 'URL'
    OR e ->> 'entity' = 'BLOCKED_DOMAIN' AND e ->> 'value' = lower(e -> 'details' ->> 'domain'))
  AND lower(e -> 'details' ->> 'domain') ~ '[a-z]'
ON CONFLICT DO NOTHING;

CREATE INDEX evidence_parts_by_hash ON evidence_parts (office_id, sha256) WHERE size > 0;
