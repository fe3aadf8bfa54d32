-- What rounds and start pages ask for again and again is found without reading whole tables.

-- Who changed a person's way in, of all that was ever done in the office.
CREATE INDEX audit_log_subject ON audit_log (office_id, subject, number);
-- How many reminders were written since yesterday.
CREATE INDEX referral_chases_by_time ON referral_happenings (actor, at) WHERE kind = 'chased';
-- Which items still wait for a time stamp: soon none of many.
CREATE INDEX evidence_unstamped ON evidence_items (id) WHERE stamp IS NULL AND disposal_id IS NULL;
