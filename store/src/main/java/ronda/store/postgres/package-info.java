/**
 * Opens the database: PostgreSQL's own programs, unpacked and run by us in the home folder, or the
 * server that the office names. Start with {@link ronda.store.postgres.Database}.
 */
@NullMarked
package ronda.store.postgres;

import org.jspecify.annotations.NullMarked;
