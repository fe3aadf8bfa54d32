/** Reads posts from files and streams, and writes what was found: JSON Lines, CSV, text. */
@NullMarked
package ronda.tool.door;

import org.jspecify.annotations.NullMarked;
