@NullMarked
package ronda.proof.capture;

import org.jspecify.annotations.NullMarked;
