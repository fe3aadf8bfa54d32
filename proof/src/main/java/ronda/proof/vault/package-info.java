/** Keeps bytes so that a copy of the database, or of a backup, shows nobody anything (brankas). */
@NullMarked
package ronda.proof.vault;

import org.jspecify.annotations.NullMarked;
