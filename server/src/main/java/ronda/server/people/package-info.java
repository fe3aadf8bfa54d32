/** The pages on the office itself: its people, its settings, its record of acts. */
@NullMarked
package ronda.server.people;

import org.jspecify.annotations.NullMarked;
