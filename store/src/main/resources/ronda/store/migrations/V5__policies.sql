-- The office's policies and all their versions, what was tried, what each raised day by day, and the
-- sample of posts in which nothing was found.

CREATE TABLE policy_versions (
  office_id   uuid NOT NULL DEFAULT current_setting('ronda.office')::uuid REFERENCES offices,
  name        text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
  number      integer NOT NULL CHECK (number > 0),
  text        text NOT NULL CHECK (length(text) <= 65536),
  mode        text NOT NULL CHECK (mode IN ('live', 'shadow')),
  daily_limit integer NOT NULL CHECK (daily_limit > 0),
  substance   char(64) NOT NULL,             -- the hash of what decides which posts it finds
  by          text NOT NULL,
  at          timestamptz NOT NULL,
  why         text NOT NULL,
  PRIMARY KEY (office_id, name, number)
);
CREATE TRIGGER policy_versions_only_add BEFORE UPDATE OR DELETE OR TRUNCATE ON policy_versions
  FOR EACH STATEMENT EXECUTE FUNCTION only_add();

-- Which version is in force and which is on trial: the row that concurrent changes queue for.
CREATE TABLE policies (
  office_id   uuid NOT NULL DEFAULT current_setting('ronda.office')::uuid REFERENCES offices,
  name        text NOT NULL,
  last_number integer NOT NULL,
  in_force    integer,
  on_trial    integer,
  PRIMARY KEY (office_id, name),
  FOREIGN KEY (office_id, name, in_force) REFERENCES policy_versions,
  FOREIGN KEY (office_id, name, on_trial) REFERENCES policy_versions
);

CREATE TABLE policy_trials (
  id          uuid PRIMARY KEY DEFAULT uuidv7(),
  office_id   uuid NOT NULL DEFAULT current_setting('ronda.office')::uuid REFERENCES offices,
  policy      text NOT NULL,
  substance   char(64) NOT NULL,
  by          text NOT NULL,
  at          timestamptz NOT NULL,
  days        integer NOT NULL,
  whole       boolean NOT NULL,
  raised      bigint NOT NULL,
  confirmed   bigint NOT NULL,
  rejected    bigint NOT NULL,
  not_judged  bigint NOT NULL,
  today       bigint NOT NULL,               -- what the version then in force raised
  sampled     bigint NOT NULL,
  sample_raised bigint NOT NULL,
  a_day       double precision NOT NULL,     -- estimated harmless posts a day, and at most
  at_most     double precision NOT NULL
);
CREATE INDEX policy_trials_of ON policy_trials (office_id, policy, at);

CREATE TABLE policy_days (
  office_id   uuid NOT NULL DEFAULT current_setting('ronda.office')::uuid REFERENCES offices,
  policy      text NOT NULL,
  day         date NOT NULL,                 -- in the office's own zone
  raised      bigint NOT NULL DEFAULT 0,
  on_trial    bigint NOT NULL DEFAULT 0,
  withheld    bigint NOT NULL DEFAULT 0,     -- above the daily limit
  resets      integer NOT NULL DEFAULT 0,
  tripped_at  timestamptz,                   -- the limit is reached and nobody has seen to it
  PRIMARY KEY (office_id, policy, day)
);
CREATE INDEX policy_days_by_day ON policy_days (office_id, day);
CREATE INDEX policy_days_tripped ON policy_days (office_id, day) WHERE tripped_at IS NOT NULL;

-- Who wrote a sampled post is not kept.
CREATE TABLE sample_posts (
  id          uuid PRIMARY KEY,
  office_id   uuid NOT NULL DEFAULT current_setting('ronda.office')::uuid REFERENCES offices,
  text        text NOT NULL,
  platform    text NOT NULL,
  region      text NOT NULL,
  received_at timestamptz NOT NULL
);
CREATE INDEX sample_posts_by_time ON sample_posts (office_id, received_at, id);
CREATE INDEX sample_posts_age ON sample_posts (received_at);

-- How many posts had no finding, hour by hour: what the sampled ones stand for.
CREATE TABLE sample_hours (
  office_id   uuid NOT NULL DEFAULT current_setting('ronda.office')::uuid REFERENCES offices,
  hour        timestamptz NOT NULL,
  offered     bigint NOT NULL,
  kept        bigint NOT NULL,
  PRIMARY KEY (office_id, hour)
);

DO $$
DECLARE one text;
BEGIN
  FOREACH one IN ARRAY ARRAY['policy_versions', 'policies', 'policy_trials', 'policy_days',
    'sample_posts', 'sample_hours']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', one);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', one);
    EXECUTE format($p$CREATE POLICY own_office ON %I USING (
      office_id = nullif(current_setting('ronda.office', true), '')::uuid
      OR current_setting('ronda.everything', true) = 'yes')$p$, one);
  END LOOP;
END $$;
