/** The plurals of casework, kept in PostgreSQL: every statement runs for one office. */
@NullMarked
package ronda.store.sql;

import org.jspecify.annotations.NullMarked;
