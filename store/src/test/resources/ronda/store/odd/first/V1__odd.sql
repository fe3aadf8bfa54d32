-- Everything that is awkward to copy.
CREATE TYPE mood AS ENUM ('calm', 'it''s \ odd');

CREATE TABLE odd (
  id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  word    text,
  bytes   bytea,
  words   text[],
  body    jsonb,
  at      timestamptz,
  took    interval,
  amount  numeric,
  ratio   double precision,
  truth   boolean,
  day     date,
  mood    mood,
  "from"  text,
  loud    text GENERATED ALWAYS AS (upper(word)) STORED
);

CREATE TABLE tree (id int PRIMARY KEY, parent int REFERENCES tree);

-- Each refers to the other, so neither can come first.
CREATE TABLE hen (id int PRIMARY KEY, egg int);
CREATE TABLE egg (id int PRIMARY KEY, hen int NOT NULL REFERENCES hen);
ALTER TABLE hen ADD FOREIGN KEY (egg) REFERENCES egg;

CREATE SEQUENCE numbers START 7;
CREATE TABLE "It's ""odd""" (one int);
CREATE TABLE empty (one int);

-- Filled by the migration itself.
CREATE TABLE seeded (word text PRIMARY KEY);
INSERT INTO seeded VALUES ('from the migration');

-- To which one may only add; and each addition is counted.
CREATE TABLE log (word text);
CREATE TABLE additions (at timestamptz DEFAULT now());
CREATE FUNCTION count_it() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO additions DEFAULT VALUES;
  RETURN NEW;
END $$;
CREATE FUNCTION only_add() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'one may only add';
END $$;
CREATE TRIGGER count_it AFTER INSERT ON log FOR EACH ROW EXECUTE FUNCTION count_it();
CREATE TRIGGER only_add BEFORE UPDATE OR DELETE OR TRUNCATE ON log
  FOR EACH STATEMENT EXECUTE FUNCTION only_add();

-- Shown to its own office only.
CREATE TABLE secret (office_id uuid NOT NULL, word text);
ALTER TABLE secret ENABLE ROW LEVEL SECURITY;
ALTER TABLE secret FORCE ROW LEVEL SECURITY;
CREATE POLICY own_office ON secret USING (
  office_id = nullif(current_setting('ronda.office', true), '')::uuid
  OR current_setting('ronda.everything', true) = 'yes');
