/** Makes the tables that {@code identify} reads, at build time, from their owners' data. */
@NullMarked
package ronda.tables;

import org.jspecify.annotations.NullMarked;
