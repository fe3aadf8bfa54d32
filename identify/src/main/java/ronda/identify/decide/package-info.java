/** Policies turn signals into findings. */
@NullMarked
package ronda.identify.decide;

import org.jspecify.annotations.NullMarked;
