-- An account on the watchlist has a time of its own, and can be held; the latter is told in kind.
ALTER TABLE legal_holds DROP CONSTRAINT legal_holds_kind_check;
ALTER TABLE legal_holds ADD CHECK (kind IN ('JOB', 'CASE', 'ACCOUNT'));

-- A history is whole, or gone with its account: no step can be taken out of one.
CREATE FUNCTION only_add_or_go_with_all() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- A step that goes because its account does is deleted from within that delete's own trigger.
  IF TG_OP = 'DELETE' AND pg_trigger_depth() > 1 THEN
    RETURN NULL;
  END IF;
  RAISE EXCEPTION 'to % one may only add', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END
$$;
DROP TRIGGER watch_steps_only_add ON watch_steps;
CREATE TRIGGER watch_steps_only_add BEFORE UPDATE OR DELETE OR TRUNCATE ON watch_steps
  FOR EACH STATEMENT EXECUTE FUNCTION only_add_or_go_with_all();
ALTER TABLE watch_steps DROP CONSTRAINT watch_steps_account_id_fkey;
ALTER TABLE watch_steps ADD FOREIGN KEY (account_id) REFERENCES watched_accounts ON DELETE CASCADE;

-- Of the accounts of one case, and the cases of one account.
CREATE INDEX watch_steps_of_case ON watch_steps (office_id, (words ->> 'case'))
  WHERE kind = 'case-linked';
