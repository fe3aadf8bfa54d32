/** How long records are kept, what keeps them longer, and when they are forgotten. */
@NullMarked
package ronda.casework.retention;

import org.jspecify.annotations.NullMarked;
