/** Offices, the people in them, where they serve and what each may do. */
@NullMarked
package ronda.casework.office;

import org.jspecify.annotations.NullMarked;
