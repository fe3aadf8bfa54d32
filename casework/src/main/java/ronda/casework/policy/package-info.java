/** The office's policies: their versions, what a change would do, and how much each may raise. */
@NullMarked
package ronda.casework.policy;

import org.jspecify.annotations.NullMarked;
