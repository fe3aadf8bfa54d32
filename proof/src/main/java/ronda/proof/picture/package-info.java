/** Looks at pictures without showing them to anybody: what kind they are, what they look like. */
@NullMarked
package ronda.proof.picture;

import org.jspecify.annotations.NullMarked;
