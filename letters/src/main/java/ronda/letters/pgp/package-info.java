/** Encrypts letters to a recipient's OpenPGP key. */
@NullMarked
package ronda.letters.pgp;

import org.jspecify.annotations.NullMarked;
