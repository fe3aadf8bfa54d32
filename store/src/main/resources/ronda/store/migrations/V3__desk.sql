-- What comes in, what is reviewed, what becomes of it. Every row belongs to one office: the default
-- of office_id is the office the transaction works for, and row-level security hides all others.

CREATE TABLE jobs (
  id          uuid PRIMARY KEY,
  office_id   uuid NOT NULL DEFAULT current_setting('ronda.office')::uuid REFERENCES offices,
  category    text NOT NULL,
  stance      text NOT NULL,
  severity    smallint NOT NULL CHECK (severity BETWEEN 0 AND 3), -- 0 low … 3 urgent
  score       double precision NOT NULL CHECK (score BETWEEN 0 AND 1),
  region      text NOT NULL,                                      -- '' where nobody knows
  excerpt     text NOT NULL,
  platform    text NOT NULL,
  posts       integer NOT NULL CHECK (posts > 0),
  accounts    integer NOT NULL CHECK (accounts >= 0),
  first_seen  timestamptz NOT NULL,
  last_seen   timestamptz NOT NULL,
  due_at      timestamptz NOT NULL,                               -- the office's own target
  weight      double precision NOT NULL,                          -- harm × spread
  needs_two   boolean NOT NULL,
  held_by     uuid REFERENCES officers,
  held_until  timestamptz,
  standing    text NOT NULL,
  likeness    text NOT NULL,                                      -- the first post's letters
  CHECK ((held_by IS NULL) = (held_until IS NULL))
);
CREATE INDEX jobs_by_standing ON jobs (office_id, standing, category);
CREATE INDEX jobs_lately ON jobs (office_id, category, last_seen);

CREATE TABLE found_posts (
  id           uuid PRIMARY KEY,
  office_id    uuid NOT NULL DEFAULT current_setting('ronda.office')::uuid REFERENCES offices,
  job_id       uuid NOT NULL REFERENCES jobs,
  join_reason  text NOT NULL,
  print        char(64) NOT NULL,                                 -- what makes it this very post
  post_id      text NOT NULL,
  text         text NOT NULL,
  author       text NOT NULL,
  platform     text NOT NULL,
  url          text NOT NULL,
  posted_at    timestamptz,
  region       text NOT NULL,
  links        text[] NOT NULL,
  images       text[] NOT NULL,
  received_at  timestamptz NOT NULL,
  findings     jsonb NOT NULL,
  entities     jsonb NOT NULL,
  -- As written and as folded, so that disguised words are found too. Cut, because a tsvector may
  -- have one megabyte at most.
  plain        text NOT NULL,
  words        tsvector NOT NULL GENERATED ALWAYS AS
               (to_tsvector('indonesian', left(text, 50000) || ' ' || left(plain, 50000))) STORED,
  UNIQUE (office_id, print)
);
CREATE INDEX found_posts_of_job ON found_posts (job_id, received_at);
CREATE INDEX found_posts_by_time ON found_posts (office_id, received_at);
CREATE INDEX found_posts_words ON found_posts USING gin (words);

CREATE TABLE post_traits (
  office_id  uuid NOT NULL DEFAULT current_setting('ronda.office')::uuid REFERENCES offices,
  post       uuid NOT NULL REFERENCES found_posts ON DELETE CASCADE,
  job_id     uuid NOT NULL REFERENCES jobs,
  kind       text NOT NULL,
  value      text NOT NULL,
  PRIMARY KEY (post, kind, value)
);
CREATE INDEX post_traits_by_value ON post_traits (office_id, kind, value, job_id);
CREATE INDEX post_traits_of_job ON post_traits (job_id, kind);

CREATE TABLE judgements (
  id         uuid PRIMARY KEY DEFAULT uuidv7(),
  office_id  uuid NOT NULL DEFAULT current_setting('ronda.office')::uuid REFERENCES offices,
  job_id     uuid NOT NULL REFERENCES jobs,
  officer    uuid NOT NULL REFERENCES officers,
  at         timestamptz NOT NULL,
  verdict    text NOT NULL,
  category   text,
  stance     text,
  severity   smallint,
  original   uuid REFERENCES jobs,
  reason     text NOT NULL,
  undone_at  timestamptz
);
CREATE INDEX judgements_of_job ON judgements (job_id, at);
CREATE INDEX judgements_by_officer ON judgements (office_id, officer, at);

CREATE TABLE cases (
  id         uuid PRIMARY KEY,
  office_id  uuid NOT NULL DEFAULT current_setting('ronda.office')::uuid REFERENCES offices,
  number     text NOT NULL,
  region     text NOT NULL,
  status     text NOT NULL,
  last_step  timestamptz NOT NULL,
  UNIQUE (office_id, number)
);
CREATE INDEX cases_by_status ON cases (office_id, status, last_step);

CREATE TABLE case_numbers (
  office_id  uuid NOT NULL DEFAULT current_setting('ronda.office')::uuid REFERENCES offices,
  year       integer NOT NULL,
  last       integer NOT NULL,
  PRIMARY KEY (office_id, year)
);

CREATE TABLE case_jobs (
  office_id  uuid NOT NULL DEFAULT current_setting('ronda.office')::uuid REFERENCES offices,
  job_id     uuid PRIMARY KEY REFERENCES jobs,
  case_id    uuid NOT NULL REFERENCES cases
);
CREATE INDEX case_jobs_of_case ON case_jobs (case_id);

CREATE TABLE case_steps (
  office_id  uuid NOT NULL DEFAULT current_setting('ronda.office')::uuid REFERENCES offices,
  case_id    uuid NOT NULL REFERENCES cases,
  number     bigint NOT NULL,
  at         timestamptz NOT NULL,
  actor      text NOT NULL,
  act        text NOT NULL,
  subject    text NOT NULL,
  body       text NOT NULL,                                       -- verbatim: it is what was hashed
  before     char(64) NOT NULL,
  hash       char(64) NOT NULL,
  PRIMARY KEY (case_id, number)
);

-- What was sent in, when and by whom, and the lines that could not be read.
CREATE TABLE batches (
  id         uuid PRIMARY KEY,
  office_id  uuid NOT NULL DEFAULT current_setting('ronda.office')::uuid REFERENCES offices,
  at         timestamptz NOT NULL,
  sender     text NOT NULL,
  way        text NOT NULL,                                       -- API, UPLOAD, PASTE, SAMPLE
  name       text NOT NULL,
  posts      bigint NOT NULL,
  found      bigint NOT NULL,
  known      bigint NOT NULL,
  begun      bigint NOT NULL,
  rejected   bigint NOT NULL,
  finished   boolean NOT NULL DEFAULT false,
  idempotency_key text,                                           -- the sender's own, to send twice
  UNIQUE (office_id, idempotency_key)
);
CREATE INDEX batches_by_time ON batches (office_id, at);

CREATE TABLE rejects (
  office_id  uuid NOT NULL DEFAULT current_setting('ronda.office')::uuid REFERENCES offices,
  batch      uuid NOT NULL REFERENCES batches ON DELETE CASCADE,
  line       bigint NOT NULL,
  error      text NOT NULL,
  input      text NOT NULL,
  PRIMARY KEY (batch, line)
);

CREATE TABLE saved_views (
  id         uuid PRIMARY KEY DEFAULT uuidv7(),
  office_id  uuid NOT NULL DEFAULT current_setting('ronda.office')::uuid REFERENCES offices,
  officer    uuid NOT NULL REFERENCES officers,
  name       text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
  query      text NOT NULL,
  UNIQUE (officer, name)
);

-- Who was shown what, for the reviewer's own sake.
CREATE TABLE views (
  office_id  uuid NOT NULL DEFAULT current_setting('ronda.office')::uuid REFERENCES offices,
  officer    uuid NOT NULL REFERENCES officers,
  job_id     uuid NOT NULL REFERENCES jobs,
  at         timestamptz NOT NULL,
  PRIMARY KEY (officer, job_id, at)
);

CREATE TRIGGER case_steps_only_add BEFORE UPDATE OR DELETE OR TRUNCATE ON case_steps
  FOR EACH STATEMENT EXECUTE FUNCTION only_add();

DO $$
DECLARE one text;
BEGIN
  FOREACH one IN ARRAY ARRAY['jobs', 'found_posts', 'post_traits', 'judgements', 'cases',
    'case_numbers', 'case_jobs', 'case_steps', 'batches', 'rejects', 'saved_views', 'views']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', one);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', one);
    EXECUTE format($p$CREATE POLICY own_office ON %I USING (
      office_id = nullif(current_setting('ronda.office', true), '')::uuid
      OR current_setting('ronda.everything', true) = 'yes')$p$, one);
  END LOOP;
END $$;
