@NullMarked
package ronda.proof.picture;

import org.jspecify.annotations.NullMarked;
