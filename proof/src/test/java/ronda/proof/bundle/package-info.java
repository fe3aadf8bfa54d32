@NullMarked
package ronda.proof.bundle;

import org.jspecify.annotations.NullMarked;
