/** Says which category a text resembles and how sure it is; trains and calibrates. */
@NullMarked
package ronda.identify.classify;

import org.jspecify.annotations.NullMarked;
