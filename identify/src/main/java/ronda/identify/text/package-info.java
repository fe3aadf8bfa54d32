/** Brings disguised spelling back to plain words, and remembers where each letter stood. */
@NullMarked
package ronda.identify.text;

import org.jspecify.annotations.NullMarked;
