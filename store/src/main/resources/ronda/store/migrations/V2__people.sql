-- Offices, the people in them, how they sign in, and what they did.
--
-- Officers, sessions, tokens, links and attempts are looked up before an office is known. They have
-- no row-level security: each statement carries its condition. Every other table with an office_id
-- has the policy of audit_log below.

CREATE TABLE offices (
  id         uuid PRIMARY KEY DEFAULT uuidv7(),
  name       text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  kind       text NOT NULL CHECK (kind IN ('communications-office', 'police-relations', 'ministry')),
  region     text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE officers (
  id         uuid PRIMARY KEY DEFAULT uuidv7(),
  office_id  uuid NOT NULL REFERENCES offices,
  name       text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  email      text NOT NULL CHECK (length(email) BETWEEN 3 AND 254),
  roles      text[] NOT NULL CHECK (cardinality(roles) > 0),
  region     text NOT NULL,
  sees_worst boolean NOT NULL DEFAULT false,
  language   text NOT NULL DEFAULT 'id' CHECK (language IN ('id', 'en')),
  locked_at  timestamptz,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX officers_email ON officers (lower(email));
CREATE INDEX officers_office ON officers (office_id, name);

-- How a person proves who they are. A person who has no row here signs in by link only.
CREATE TABLE credentials (
  officer_id    uuid PRIMARY KEY REFERENCES officers ON DELETE CASCADE,
  password_hash text,
  -- The shared secret of the authenticator app, sealed with the key in the home folder.
  totp_secret   bytea,
  -- The last thirty-second step whose code was used: a code opens once.
  totp_step     bigint NOT NULL DEFAULT 0,
  changed_at    timestamptz NOT NULL
);

CREATE TABLE recovery_codes (
  officer_id uuid NOT NULL REFERENCES officers ON DELETE CASCADE,
  code_hash  bytea NOT NULL,
  used_at    timestamptz,
  PRIMARY KEY (officer_id, code_hash)
);

-- A browser that is signed in. The cookie's hash is kept, never the cookie.
CREATE TABLE sessions (
  id          uuid PRIMARY KEY DEFAULT uuidv7(),
  officer_id  uuid NOT NULL REFERENCES officers ON DELETE CASCADE,
  token_hash  bytea NOT NULL UNIQUE,
  -- 'halfway' is a password that was right and a code that is still to come.
  stage       text NOT NULL CHECK (stage IN ('halfway', 'open')),
  means       text NOT NULL CHECK (means IN ('password', 'link', 'oidc')),
  created_at  timestamptz NOT NULL,
  seen_at     timestamptz NOT NULL,
  expires_at  timestamptz NOT NULL,
  address     text NOT NULL,
  agent       text NOT NULL
);
CREATE INDEX sessions_officer ON sessions (officer_id);
CREATE INDEX sessions_expiry ON sessions (expires_at);

CREATE TABLE sign_in_links (
  id         uuid PRIMARY KEY DEFAULT uuidv7(),
  officer_id uuid NOT NULL REFERENCES officers ON DELETE CASCADE,
  token_hash bytea NOT NULL UNIQUE,
  -- 'start' was printed on the terminal; 'invitation' was handed on by a colleague.
  purpose    text NOT NULL CHECK (purpose IN ('start', 'invitation')),
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at    timestamptz
);
CREATE INDEX sign_in_links_officer ON sign_in_links (officer_id);

-- A program that sends posts or reads jobs.
CREATE TABLE tokens (
  id         uuid PRIMARY KEY DEFAULT uuidv7(),
  office_id  uuid NOT NULL REFERENCES offices,
  name       text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  role       text NOT NULL,
  token_hash bytea NOT NULL UNIQUE,
  created_at timestamptz NOT NULL,
  used_at    timestamptz,
  ended_at   timestamptz
);
CREATE INDEX tokens_office ON tokens (office_id, name);

-- Failed sign-ins, by account and by address (both hashed), so that guessing becomes slow.
CREATE TABLE attempts (
  door        bytea PRIMARY KEY,
  failures    int NOT NULL,
  last_at     timestamptz NOT NULL,
  shut_until  timestamptz NOT NULL
);
CREATE INDEX attempts_age ON attempts (last_at);

-- Who did what: a chain of hashes for each office, to which one may only add.
CREATE TABLE audit_log (
  office_id uuid NOT NULL REFERENCES offices,
  number    bigint NOT NULL CHECK (number > 0),
  at        timestamptz NOT NULL,
  actor     text NOT NULL,
  act       text NOT NULL,
  subject   text NOT NULL,
  body      text NOT NULL,
  before    bytea NOT NULL CHECK (length(before) = 32),
  hash      bytea NOT NULL CHECK (length(hash) = 32),
  PRIMARY KEY (office_id, number)
);
CREATE INDEX audit_log_at ON audit_log (office_id, at);
CREATE INDEX audit_log_act ON audit_log (office_id, act, number);
CREATE INDEX audit_log_actor ON audit_log (office_id, actor, number);

-- The end of each chain: the row that concurrent writers queue for.
CREATE TABLE audit_heads (
  office_id uuid PRIMARY KEY REFERENCES offices,
  number    bigint NOT NULL,
  hash      bytea NOT NULL CHECK (length(hash) = 32)
);

CREATE FUNCTION only_add() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'to % one may only add', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END
$$;
CREATE TRIGGER audit_log_only_add BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_log
  FOR EACH STATEMENT EXECUTE FUNCTION only_add();

ALTER TABLE audit_log ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_log FORCE ROW LEVEL SECURITY;
CREATE POLICY audit_log_office ON audit_log USING (
  office_id = nullif(current_setting('ronda.office', true), '')::uuid
  OR current_setting('ronda.everything', true) = 'yes');

ALTER TABLE audit_heads ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_heads FORCE ROW LEVEL SECURITY;
CREATE POLICY audit_heads_office ON audit_heads USING (
  office_id = nullif(current_setting('ronda.office', true), '')::uuid
  OR current_setting('ronda.everything', true) = 'yes');
