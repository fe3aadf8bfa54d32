/** What programs may ask, in words that programs read. */
@NullMarked
package ronda.server.api;

import org.jspecify.annotations.NullMarked;
