/** Finds listed terms and names. */
@NullMarked
package ronda.identify.lexicon;

import org.jspecify.annotations.NullMarked;
