-- How well the office reviews: golden items, what was said of their copies, what was taken out.

CREATE TABLE golden_items (
  id          uuid PRIMARY KEY,
  office_id   uuid NOT NULL DEFAULT current_setting('ronda.office')::uuid REFERENCES offices,
  job_id      uuid NOT NULL REFERENCES jobs,
  verdict     text NOT NULL CHECK (verdict IN ('confirmed', 'not-harmful')),
  category    text,
  stance      text,
  severity    smallint,
  why         text NOT NULL CHECK (length(why) BETWEEN 1 AND 2000),
  marked_by   uuid NOT NULL REFERENCES officers,
  marked_at   timestamptz NOT NULL,
  retired_at  timestamptz,                                        -- planted no more; answers stay
  UNIQUE (office_id, job_id),
  CHECK ((verdict = 'confirmed') = (category IS NOT NULL AND stance IS NOT NULL
    AND severity IS NOT NULL))
);

-- A copy in one reviewer's hands, and the answer. No job, no judgement, no case comes of it.
CREATE TABLE golden_answers (
  id           uuid PRIMARY KEY,
  office_id    uuid NOT NULL DEFAULT current_setting('ronda.office')::uuid REFERENCES offices,
  item         uuid NOT NULL REFERENCES golden_items,
  officer      uuid NOT NULL REFERENCES officers,
  planted_at   timestamptz NOT NULL,
  answered_at  timestamptz,
  verdict      text,
  category     text,
  stance       text,
  severity     smallint,
  original     uuid,
  reason       text,
  agrees       boolean,                                           -- null: asked for a second person
  UNIQUE (item, officer),                                         -- each reviewer meets each once
  CHECK ((answered_at IS NULL) = (verdict IS NULL)),
  CHECK ((agrees IS NULL) = (verdict IS NULL OR verdict = 'needs-second'))
);
CREATE INDEX golden_answers_of_officer ON golden_answers (office_id, officer, planted_at);

CREATE TABLE quality_settings (
  office_id      uuid PRIMARY KEY DEFAULT current_setting('ronda.office')::uuid REFERENCES offices,
  golden_one_in  integer NOT NULL CHECK (golden_one_in BETWEEN 0 AND 1000) -- 0: never
);

DO $$
DECLARE one text;
BEGIN
  FOREACH one IN ARRAY ARRAY['golden_items', 'golden_answers', 'quality_settings']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', one);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', one);
    EXECUTE format($p$CREATE POLICY own_office ON %I USING (
      office_id = nullif(current_setting('ronda.office', true), '')::uuid
      OR current_setting('ronda.everything', true) = 'yes')$p$, one);
  END LOOP;
END $$;
