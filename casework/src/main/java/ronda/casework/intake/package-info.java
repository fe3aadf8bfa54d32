/** Keeps what a patrol found and brings what belongs together into one review job. */
@NullMarked
package ronda.casework.intake;

import org.jspecify.annotations.NullMarked;
