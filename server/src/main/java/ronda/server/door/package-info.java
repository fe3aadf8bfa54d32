/** Who may enter by which door: every handler says so, and one that says nothing is shut. */
@NullMarked
package ronda.server.door;

import org.jspecify.annotations.NullMarked;
