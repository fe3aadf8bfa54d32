/** The catalogue of ways of working: what a desk has learnt, so that the next one knows it. */
@NullMarked
package ronda.casework.modus;

import org.jspecify.annotations.NullMarked;
