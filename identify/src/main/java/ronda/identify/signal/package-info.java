/** The vocabulary of reasons: term, pattern, resemblance, entity. */
@NullMarked
package ronda.identify.signal;

import org.jspecify.annotations.NullMarked;
