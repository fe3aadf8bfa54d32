/** Measures Ronda's speed, side by side with its peers, and writes the reports. */
@NullMarked
package ronda.bench;

import org.jspecify.annotations.NullMarked;
