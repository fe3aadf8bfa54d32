-- What is kept as evidence, who touched it, and what left for the police without being kept.

CREATE TABLE evidence_items (
  id          uuid PRIMARY KEY,
  office_id   uuid NOT NULL DEFAULT current_setting('ronda.office')::uuid REFERENCES offices,
  case_id     uuid NOT NULL REFERENCES cases,
  place       integer NOT NULL CHECK (place > 0),                 -- within its case, from 1
  kind        text NOT NULL,
  facts       jsonb NOT NULL,
  hash        char(64) NOT NULL,                                  -- of its record
  stamp       bytea,                                              -- TimeStampResp (RFC 3161)
  stamped_at  timestamptz,
  authority   text,
  independent boolean,
  UNIQUE (case_id, place)
);

CREATE TABLE evidence_parts (
  office_id   uuid NOT NULL DEFAULT current_setting('ronda.office')::uuid REFERENCES offices,
  item_id     uuid NOT NULL REFERENCES evidence_items,
  place       integer NOT NULL,
  name        text NOT NULL,
  type        text NOT NULL,
  size        bigint NOT NULL CHECK (size >= 0),
  sha256      char(64) NOT NULL,
  sealed      bytea NOT NULL,                                     -- AES-256-GCM, key elsewhere
  PRIMARY KEY (item_id, name)
);

CREATE TABLE custody (
  office_id   uuid NOT NULL DEFAULT current_setting('ronda.office')::uuid REFERENCES offices,
  case_id     uuid NOT NULL REFERENCES cases,
  number      bigint NOT NULL,
  at          timestamptz NOT NULL,
  actor       text NOT NULL,
  act         text NOT NULL,
  subject     text NOT NULL,
  body        text NOT NULL,                                      -- verbatim: it is what was hashed
  before      char(64) NOT NULL,
  hash        char(64) NOT NULL,
  PRIMARY KEY (case_id, number)
);

CREATE TABLE evidence_openings (
  id           uuid PRIMARY KEY,
  office_id    uuid NOT NULL DEFAULT current_setting('ronda.office')::uuid REFERENCES offices,
  item_id      uuid NOT NULL REFERENCES evidence_items,
  asked_by     uuid NOT NULL REFERENCES officers,
  asker        text NOT NULL,
  asked_at     timestamptz NOT NULL,
  why          text NOT NULL CHECK (length(why) BETWEEN 1 AND 2000),
  decided_by   uuid REFERENCES officers,
  decider      text,
  decided_at   timestamptz,
  agreed       boolean,
  CHECK ((decided_by IS NULL) = (decided_at IS NULL) AND (decided_by IS NULL) = (agreed IS NULL))
);
CREATE INDEX evidence_openings_of_item ON evidence_openings (item_id, asked_at);

CREATE TABLE evidence_captures (
  id          uuid PRIMARY KEY,
  office_id   uuid NOT NULL DEFAULT current_setting('ronda.office')::uuid REFERENCES offices,
  case_id     uuid NOT NULL REFERENCES cases,
  url         text NOT NULL,
  why         text NOT NULL,
  asked_by    uuid NOT NULL REFERENCES officers,
  asker       text NOT NULL,
  asked_at    timestamptz NOT NULL,
  state       text NOT NULL CHECK (state IN ('WAITING', 'RUNNING', 'KEPT', 'FAILED')),
  told        text NOT NULL DEFAULT ''
);
CREATE INDEX evidence_captures_of_case ON evidence_captures (case_id, asked_at);

CREATE TABLE evidence_bundles (
  id          uuid PRIMARY KEY,
  office_id   uuid NOT NULL DEFAULT current_setting('ronda.office')::uuid REFERENCES offices,
  case_id     uuid NOT NULL REFERENCES cases,
  made_at     timestamptz NOT NULL,
  made_by     text NOT NULL,
  items       integer NOT NULL,
  withheld    integer NOT NULL,
  size        bigint NOT NULL,
  sha256      char(64) NOT NULL,
  sealed      bytea NOT NULL
);
CREATE INDEX evidence_bundles_of_case ON evidence_bundles (case_id, made_at);

-- Suspected material with children: hashes, and the address sealed for the police form alone.
CREATE TABLE police_lane (
  id          uuid PRIMARY KEY,
  office_id   uuid NOT NULL DEFAULT current_setting('ronda.office')::uuid REFERENCES offices,
  job_id      uuid REFERENCES jobs,
  at          timestamptz NOT NULL,
  actor       text NOT NULL,
  way         text NOT NULL CHECK (way IN ('PERSON', 'MACHINE')),
  sha256      char(64) NOT NULL,                                  -- of the post's text
  url_sha256  char(64) NOT NULL,
  address     bytea NOT NULL,                                     -- sealed
  handed_at   timestamptz,
  handed_by   text,
  handed_to   text
);
CREATE INDEX police_lane_waiting ON police_lane (office_id, at) WHERE handed_at IS NULL;

CREATE TRIGGER custody_only_adds BEFORE UPDATE OR DELETE OR TRUNCATE ON custody
  FOR EACH STATEMENT EXECUTE FUNCTION only_add();

DO $$
DECLARE one text;
BEGIN
  FOREACH one IN ARRAY ARRAY['evidence_items', 'evidence_parts', 'custody', 'evidence_openings',
    'evidence_captures', 'evidence_bundles', 'police_lane']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', one);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', one);
    EXECUTE format($p$CREATE POLICY own_office ON %I USING (
      office_id = nullif(current_setting('ronda.office', true), '')::uuid
      OR current_setting('ronda.everything', true) = 'yes')$p$, one);
  END LOOP;
END $$;
