/** Draws hostile input from seeds: what must hold for any bytes is tried on thousands of them. */
@NullMarked
package ronda.testkit.hostile;

import org.jspecify.annotations.NullMarked;
