/**
 * Writes the whole database into one file, and makes a database of such a file again.
 *
 * <p>PostgreSQL's own pg_dump is not among the programs we carry, and one of another version
 * refuses to work; so the tables are copied by COPY, in one transaction that sees one moment. Rows,
 * columns, identity numbers and sequences come back as they were; the tables themselves come from
 * the migrations. Not kept, because the schema has none: materialised views and large objects.
 *
 * <p>Row-level security hides rows from Ronda's login, also from a backup. Every policy must
 * therefore honour the setting {@code ronda.everything}, which this room sets for its transactions:
 *
 * <pre>{@code
 * ALTER TABLE job ENABLE ROW LEVEL SECURITY;
 * ALTER TABLE job FORCE ROW LEVEL SECURITY;
 * CREATE POLICY of_office ON job
 *   USING (office_id = nullif(current_setting('ronda.office', true), '')::uuid
 *          OR current_setting('ronda.everything', true) = 'yes');
 * }</pre>
 *
 * <p>A backup is refused when a table's policies do not name that setting. (Without {@code nullif}
 * a policy fails on an empty {@code ronda.office}, which is what a pooled connection has after a
 * transaction in which it was set.)
 */
@NullMarked
package ronda.store.backup;

import org.jspecify.annotations.NullMarked;
