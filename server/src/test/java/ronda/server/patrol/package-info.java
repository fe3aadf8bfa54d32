/** Offices' patrols on a real database. */
@NullMarked
package ronda.server.patrol;

import org.jspecify.annotations.NullMarked;
