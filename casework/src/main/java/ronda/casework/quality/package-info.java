/** How well the office reviews: agreement, golden items, and what others may learn from it. */
@NullMarked
package ronda.casework.quality;

import org.jspecify.annotations.NullMarked;
