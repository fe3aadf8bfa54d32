/** The watchlist, the catalogue of ways of working, and the early warnings, as pages. */
@NullMarked
package ronda.server.watch;

import org.jspecify.annotations.NullMarked;
