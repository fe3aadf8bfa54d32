/** The public door for whoever a case is about, and the desk where it is heard (keberatan). */
@NullMarked
package ronda.server.objection;

import org.jspecify.annotations.NullMarked;
