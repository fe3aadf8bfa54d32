/** Reads posts from files and streams, and writes what was found: JSON Lines, CSV, text. */
@NullMarked
package ronda.sources.files;

import org.jspecify.annotations.NullMarked;
