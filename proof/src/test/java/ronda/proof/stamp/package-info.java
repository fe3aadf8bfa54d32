@NullMarked
package ronda.proof.stamp;

import org.jspecify.annotations.NullMarked;
