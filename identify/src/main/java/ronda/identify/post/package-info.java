/** Posts as they were collected, and the words every room shares: category, stance, span. */
@NullMarked
package ronda.identify.post;

import org.jspecify.annotations.NullMarked;
