/** The word of whoever a case is about, and what another person made of it (keberatan). */
@NullMarked
package ronda.casework.objection;

import org.jspecify.annotations.NullMarked;
