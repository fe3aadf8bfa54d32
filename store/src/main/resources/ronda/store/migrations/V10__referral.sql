-- Letters to whoever may act: who gets them, what was written, what left, what came back.

-- What each letter of an office bears, and how it is chased. One row an office.
CREATE TABLE stationery (
  office_id     uuid PRIMARY KEY DEFAULT current_setting('ronda.office')::uuid REFERENCES offices,
  letterhead    text NOT NULL,
  place         text NOT NULL,
  signer_title  text NOT NULL,
  signer_name   text NOT NULL,
  signer_number text NOT NULL,
  pattern       text NOT NULL,
  unit          text NOT NULL,
  sender        text NOT NULL,                       -- the mail address it leaves from
  by_itself     boolean NOT NULL,
  most_a_day    integer NOT NULL,
  superior      text NOT NULL
);

CREATE TABLE addressees (
  id         uuid PRIMARY KEY,
  office_id  uuid NOT NULL DEFAULT current_setting('ronda.office')::uuid REFERENCES offices,
  kind       text NOT NULL,
  name       text NOT NULL,
  postal     text NOT NULL,
  email      text NOT NULL,
  key        text NOT NULL,                          -- armoured OpenPGP, public
  endpoint   text NOT NULL,
  target     text NOT NULL,                          -- 4h, 5d
  retired    boolean NOT NULL DEFAULT false
);
CREATE INDEX addressees_by_kind ON addressees (office_id, kind, name);

CREATE TABLE letter_counts (
  office_id  uuid NOT NULL DEFAULT current_setting('ronda.office')::uuid REFERENCES offices,
  year       integer NOT NULL,
  last       integer NOT NULL,
  PRIMARY KEY (office_id, year)
);

CREATE TABLE referrals (
  id           uuid PRIMARY KEY,
  office_id    uuid NOT NULL DEFAULT current_setting('ronda.office')::uuid REFERENCES offices,
  case_number  text NOT NULL,
  category     text NOT NULL,
  kind         text NOT NULL,
  addressee_id uuid NOT NULL REFERENCES addressees,
  addressee    text NOT NULL,                        -- as it stood on the letter
  letter       text NOT NULL,
  written_at   timestamptz NOT NULL,
  written_by   text NOT NULL,
  target       text NOT NULL,
  state        text NOT NULL,                        -- computed from the happenings
  UNIQUE (office_id, letter),
  FOREIGN KEY (office_id, case_number) REFERENCES cases (office_id, number)
);
CREATE INDEX referrals_by_state ON referrals (office_id, state, written_at);
CREATE INDEX referrals_of_case ON referrals (office_id, case_number);

CREATE TABLE referral_happenings (
  office_id    uuid NOT NULL DEFAULT current_setting('ronda.office')::uuid REFERENCES offices,
  referral_id  uuid NOT NULL REFERENCES referrals,
  number       integer NOT NULL CHECK (number > 0),
  at           timestamptz NOT NULL,
  actor        text NOT NULL,
  kind         text NOT NULL,
  words        jsonb NOT NULL,
  PRIMARY KEY (referral_id, number)
);
-- However a clock jumps: each chase happens once.
CREATE UNIQUE INDEX referral_chases ON referral_happenings (referral_id, (words->>'number'))
  WHERE kind = 'chased';
CREATE TRIGGER referral_happenings_only_add BEFORE UPDATE OR DELETE OR TRUNCATE ON referral_happenings
  FOR EACH STATEMENT EXECUTE FUNCTION only_add();

-- What was written, as it left: never made again.
CREATE TABLE letters (
  id           uuid PRIMARY KEY,
  office_id    uuid NOT NULL DEFAULT current_setting('ronda.office')::uuid REFERENCES offices,
  referral_id  uuid NOT NULL REFERENCES referrals,
  kind         text NOT NULL,
  number       text NOT NULL,
  written_at   timestamptz NOT NULL,
  subject      text NOT NULL,
  typed        jsonb NOT NULL,                       -- the form's fields by their codes
  json         text NOT NULL,
  pdf          bytea NOT NULL,
  UNIQUE (office_id, number)
);
CREATE INDEX letters_of_referral ON letters (referral_id, written_at);

CREATE TABLE outbox (
  id            uuid PRIMARY KEY,
  office_id     uuid NOT NULL DEFAULT current_setting('ronda.office')::uuid REFERENCES offices,
  referral_id   uuid NOT NULL REFERENCES referrals,
  letter_id     uuid NOT NULL REFERENCES letters,
  way           text NOT NULL,
  address       text NOT NULL,
  message_id    text NOT NULL UNIQUE,
  sender        text NOT NULL,
  content       bytea NOT NULL,                      -- the whole mail: each attempt sends these bytes
  state         text NOT NULL,
  attempts      integer NOT NULL,
  due           timestamptz NOT NULL,
  leased_until  timestamptz,
  handing_since timestamptz,
  words         text NOT NULL
);
CREATE INDEX outbox_due ON outbox (due) WHERE state = 'WAITING';
CREATE INDEX outbox_open ON outbox (office_id, state) WHERE state IN ('HANDING_OVER', 'DOUBTFUL', 'REFUSED');
CREATE INDEX outbox_of_referral ON outbox (referral_id, due);

CREATE TABLE replies (
  id           uuid PRIMARY KEY,
  office_id    uuid NOT NULL DEFAULT current_setting('ronda.office')::uuid REFERENCES offices,
  referral_id  uuid REFERENCES referrals,
  key          text NOT NULL,                        -- a mail's Message-ID: it is processed once
  sender       text NOT NULL,
  at           timestamptz NOT NULL,
  subject      text NOT NULL,
  text         text NOT NULL,
  attachments  text[] NOT NULL,
  automatic    boolean NOT NULL,
  set_aside    boolean NOT NULL DEFAULT false,
  UNIQUE (office_id, key)
);
CREATE INDEX replies_of_referral ON replies (referral_id, at);
CREATE INDEX replies_unknown ON replies (office_id, at) WHERE referral_id IS NULL AND NOT set_aside;

-- Up to where each mailbox was read. It belongs to the server, not to an office.
CREATE TABLE mailbox_marks (
  place     text PRIMARY KEY,
  validity  bigint NOT NULL,
  last      bigint NOT NULL
);

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['stationery', 'addressees', 'letter_counts', 'referrals',
      'referral_happenings', 'letters', 'outbox', 'replies'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format($policy$CREATE POLICY %I ON %I USING (
      office_id = nullif(current_setting('ronda.office', true), '')::uuid
      OR current_setting('ronda.everything', true) = 'yes')$policy$, name || '_office', name);
  END LOOP;
END $$;
