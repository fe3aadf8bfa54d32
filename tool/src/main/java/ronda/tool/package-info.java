/** The command line: {@code ./ronda identify}, {@code evaluate}, {@code train}, {@code bench}. */
@NullMarked
package ronda.tool;

import org.jspecify.annotations.NullMarked;
