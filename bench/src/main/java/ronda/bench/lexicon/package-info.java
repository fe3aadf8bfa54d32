/** How fast listed words are found, beside the best known matcher. */
@NullMarked
package ronda.bench.lexicon;

import org.jspecify.annotations.NullMarked;
