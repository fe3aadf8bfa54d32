/** Accounts under watch: each entered by a person, each with its history. */
@NullMarked
package ronda.casework.watch;

import org.jspecify.annotations.NullMarked;
