-- Who this installation is. One row, made at the first start.
CREATE TABLE installation (
  id         uuid        PRIMARY KEY DEFAULT uuidv7(),
  created_at timestamptz NOT NULL DEFAULT now(),
  -- Holds the table to one row.
  single     boolean     NOT NULL DEFAULT true UNIQUE CHECK (single)
);

COMMENT ON TABLE installation IS 'This installation of Ronda: at most one row.';
