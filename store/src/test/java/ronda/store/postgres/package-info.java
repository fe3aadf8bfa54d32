/**
 * A real PostgreSQL for tests: see {@link ronda.store.postgres.EmbeddedDatabase}, which other
 * modules use through the test jar.
 */
@NullMarked
package ronda.store.postgres;

import org.jspecify.annotations.NullMarked;
