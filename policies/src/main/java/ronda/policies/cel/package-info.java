/** Policies written in CEL, read from data and checked before they run. */
@NullMarked
package ronda.policies.cel;

import org.jspecify.annotations.NullMarked;
