/** What each plural must do, in memory and in PostgreSQL alike. */
@NullMarked
package ronda.store.sql;

import org.jspecify.annotations.NullMarked;
