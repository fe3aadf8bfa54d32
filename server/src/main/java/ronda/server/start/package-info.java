/** Puts the parts of the server together and opens its doors. */
@NullMarked
package ronda.server.start;

import org.jspecify.annotations.NullMarked;
