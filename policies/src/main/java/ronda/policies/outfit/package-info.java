/** Dresses a patrol from folders: words, domains, models, policies. */
@NullMarked
package ronda.policies.outfit;

import org.jspecify.annotations.NullMarked;
