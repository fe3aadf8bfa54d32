@NullMarked
package ronda.proof.vault;

import org.jspecify.annotations.NullMarked;
