-- Who signs in through the office's identity provider is bound to that account of the provider's at
-- the first time: an address may be given to somebody else, an account never is. Looked up before an
-- office is known, as the other tables of signing in.
CREATE TABLE provider_accounts (
  officer_id uuid PRIMARY KEY REFERENCES officers ON DELETE CASCADE,
  issuer     text NOT NULL,
  subject    text NOT NULL,
  bound_at   timestamptz NOT NULL,
  UNIQUE (issuer, subject)
);

-- The histories name a program by its token's name: among the tokens of an office that open
-- something, a name is one token's. Of those that shared one, the later ones get a part of their id.
UPDATE tokens t SET name = left(t.name, 80) || ' ' || right(t.id::text, 12)
WHERE t.ended_at IS NULL AND EXISTS (
  SELECT 1 FROM tokens e
  WHERE e.office_id = t.office_id AND lower(e.name) = lower(t.name) AND e.ended_at IS NULL
    AND (e.created_at, e.id) < (t.created_at, t.id));
CREATE UNIQUE INDEX tokens_name ON tokens (office_id, lower(name)) WHERE ended_at IS NULL;
