/** A case and the steps that make it. */
@NullMarked
package ronda.casework.cases;

import org.jspecify.annotations.NullMarked;
