@NullMarked
package ronda.letters.pgp;

import org.jspecify.annotations.NullMarked;
