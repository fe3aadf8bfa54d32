/**
 * What does this post contain, and why do we think so? Read {@link ronda.identify.Patrol} first.
 */
@NullMarked
package ronda.identify;

import org.jspecify.annotations.NullMarked;
