-- Accounts under watch, the catalogue of ways of working, and the warnings that cross from office
-- to office.

CREATE TABLE watched_accounts (
  id           uuid PRIMARY KEY,
  office_id    uuid NOT NULL DEFAULT current_setting('ronda.office')::uuid REFERENCES offices,
  platform     text NOT NULL,
  handle       text NOT NULL,
  name_key     text NOT NULL,                    -- the same for the same account, whatever its case
  -- What follows is computed from the steps, so that a list need not read them all.
  display_name text NOT NULL,
  region       text NOT NULL,
  category     text NOT NULL,
  state        text NOT NULL,
  first_seen   timestamptz NOT NULL,
  last_seen    timestamptz NOT NULL,
  seems_back   boolean NOT NULL,
  UNIQUE (office_id, name_key),
  CHECK (first_seen <= last_seen)
);
CREATE INDEX watched_accounts_lately ON watched_accounts (office_id, last_seen DESC, id);
CREATE INDEX watched_accounts_back ON watched_accounts (office_id) WHERE seems_back;

CREATE TABLE watch_steps (
  office_id   uuid NOT NULL DEFAULT current_setting('ronda.office')::uuid REFERENCES offices,
  account_id  uuid NOT NULL REFERENCES watched_accounts,
  number      integer NOT NULL CHECK (number > 0),
  at          timestamptz NOT NULL,
  actor       text NOT NULL,
  kind        text NOT NULL,
  words       jsonb NOT NULL,
  PRIMARY KEY (account_id, number)
);
CREATE TRIGGER watch_steps_only_add BEFORE UPDATE OR DELETE OR TRUNCATE ON watch_steps
  FOR EACH STATEMENT EXECUTE FUNCTION only_add();

-- Who searched where, so that "not found" can say until when anybody looked.
CREATE TABLE watch_searches (
  id         uuid PRIMARY KEY DEFAULT uuidv7(),
  office_id  uuid NOT NULL DEFAULT current_setting('ronda.office')::uuid REFERENCES offices,
  at         timestamptz NOT NULL,
  actor      text NOT NULL,
  platform   text NOT NULL,                      -- '' for everywhere
  category   text NOT NULL,                      -- '' for all
  region     text NOT NULL                       -- '' for all
);
CREATE INDEX watch_searches_by_time ON watch_searches (office_id, at DESC);

CREATE TABLE watch_imports (
  id         uuid PRIMARY KEY,
  office_id  uuid NOT NULL DEFAULT current_setting('ronda.office')::uuid REFERENCES offices,
  at         timestamptz NOT NULL,
  actor      text NOT NULL,
  file       text NOT NULL,
  entered    integer NOT NULL,
  known      integer NOT NULL,
  rejected   integer NOT NULL
);

CREATE TABLE watch_rejects (
  office_id  uuid NOT NULL DEFAULT current_setting('ronda.office')::uuid REFERENCES offices,
  import_id  uuid NOT NULL REFERENCES watch_imports ON DELETE CASCADE,
  line       bigint NOT NULL,
  error      text NOT NULL,
  input      text NOT NULL,
  PRIMARY KEY (import_id, line)
);

CREATE TABLE modus (
  id         uuid PRIMARY KEY,
  office_id  uuid NOT NULL DEFAULT current_setting('ronda.office')::uuid REFERENCES offices,
  title      text NOT NULL,                      -- of the latest version
  category   text NOT NULL
);
CREATE INDEX modus_by_category ON modus (office_id, category);

CREATE TABLE modus_versions (
  office_id  uuid NOT NULL DEFAULT current_setting('ronda.office')::uuid REFERENCES offices,
  modus_id   uuid NOT NULL REFERENCES modus,
  number     integer NOT NULL CHECK (number > 0),
  title      text NOT NULL,
  category   text NOT NULL,
  pattern    text NOT NULL,
  signals    text[] NOT NULL,
  advice     text NOT NULL,
  verified   boolean NOT NULL,
  why        text NOT NULL,
  actor      text NOT NULL,
  at         timestamptz NOT NULL,
  PRIMARY KEY (modus_id, number)
);
CREATE TRIGGER modus_versions_only_add BEFORE UPDATE OR DELETE OR TRUNCATE ON modus_versions
  FOR EACH STATEMENT EXECUTE FUNCTION only_add();

-- In which cases a way of working was recognised.
CREATE INDEX case_steps_of_modus ON case_steps ((body::jsonb ->> 'modus'))
  WHERE act = 'modus-linked';

DO $$
DECLARE one text;
BEGIN
  FOREACH one IN ARRAY ARRAY['watched_accounts', 'watch_steps', 'watch_searches', 'watch_imports',
    'watch_rejects', 'modus', 'modus_versions']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', one);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', one);
    EXECUTE format($p$CREATE POLICY own_office ON %I USING (
      office_id = nullif(current_setting('ronda.office', true), '')::uuid
      OR current_setting('ronda.everything', true) = 'yes')$p$, one);
  END LOOP;
END $$;

-- A notice is the one thing that crosses from office to office: it is written by its own office
-- alone, and read by every office whose place it reaches. No person stands in it.
CREATE TABLE notices (
  id            uuid PRIMARY KEY,
  office_id     uuid NOT NULL DEFAULT current_setting('ronda.office')::uuid REFERENCES offices,
  sender_name   text NOT NULL,
  sender_region text NOT NULL,
  from_file     boolean NOT NULL,                -- came from another installation
  sent_at       timestamptz NOT NULL,
  title         text NOT NULL,
  modus         text NOT NULL,
  look_for      text NOT NULL,
  advice        text NOT NULL,
  regions       text[] NOT NULL                  -- empty for all
);
CREATE INDEX notices_by_time ON notices (sent_at DESC, id);
CREATE TRIGGER notices_only_add BEFORE UPDATE OR DELETE OR TRUNCATE ON notices
  FOR EACH STATEMENT EXECUTE FUNCTION only_add();

CREATE TABLE notice_withdrawals (
  notice_id  uuid PRIMARY KEY REFERENCES notices,
  office_id  uuid NOT NULL DEFAULT current_setting('ronda.office')::uuid REFERENCES offices,
  at         timestamptz NOT NULL,
  reason     text NOT NULL
);
CREATE TRIGGER notice_withdrawals_only_add BEFORE UPDATE OR DELETE OR TRUNCATE ON notice_withdrawals
  FOR EACH STATEMENT EXECUTE FUNCTION only_add();

CREATE TABLE notice_receipts (
  notice_id  uuid NOT NULL REFERENCES notices,
  office_id  uuid NOT NULL DEFAULT current_setting('ronda.office')::uuid REFERENCES offices,
  at         timestamptz NOT NULL,
  PRIMARY KEY (notice_id, office_id)
);

-- Whether a notice to these places reaches an office of that place: it lies in one of them, or
-- holds one. An office without a place, such as the ministry, is reached by all.
CREATE FUNCTION notice_reaches(regions text[], place text) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
  SELECT cardinality(regions) = 0 OR place = '' OR EXISTS (
    SELECT 1 FROM unnest(regions) AS warned
    WHERE warned = place OR starts_with(place, warned || '.') OR starts_with(warned, place || '.'))
$$;

ALTER TABLE notices ENABLE ROW LEVEL SECURITY;
ALTER TABLE notices FORCE ROW LEVEL SECURITY;
CREATE POLICY own_office ON notices USING (
  office_id = nullif(current_setting('ronda.office', true), '')::uuid
  OR current_setting('ronda.everything', true) = 'yes');
CREATE POLICY reached_office ON notices FOR SELECT USING (
  notice_reaches(regions, (
    SELECT region FROM offices
    WHERE id = nullif(current_setting('ronda.office', true), '')::uuid)));

ALTER TABLE notice_withdrawals ENABLE ROW LEVEL SECURITY;
ALTER TABLE notice_withdrawals FORCE ROW LEVEL SECURITY;
CREATE POLICY own_office ON notice_withdrawals USING (
  office_id = nullif(current_setting('ronda.office', true), '')::uuid
  OR current_setting('ronda.everything', true) = 'yes');
-- Whoever may see a notice may see that it no longer holds: the inner query is filtered as well.
CREATE POLICY reached_office ON notice_withdrawals FOR SELECT USING (
  EXISTS (SELECT 1 FROM notices WHERE notices.id = notice_id));

ALTER TABLE notice_receipts ENABLE ROW LEVEL SECURITY;
ALTER TABLE notice_receipts FORCE ROW LEVEL SECURITY;
CREATE POLICY own_office ON notice_receipts USING (
  office_id = nullif(current_setting('ronda.office', true), '')::uuid
  OR current_setting('ronda.everything', true) = 'yes');
CREATE POLICY sending_office ON notice_receipts FOR SELECT USING (
  EXISTS (
    SELECT 1 FROM notices
    WHERE notices.id = notice_id
      AND notices.office_id = nullif(current_setting('ronda.office', true), '')::uuid));
