/** Writes small made-up spreadsheets. */
@NullMarked
package ronda.testkit.sheet;

import org.jspecify.annotations.NullMarked;
