/** The first day at a desk, in a real browser, with the real program and its real database. */
@NullMarked
package ronda.tour;

import org.jspecify.annotations.NullMarked;
