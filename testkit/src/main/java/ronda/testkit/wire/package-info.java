/**
 * A wire that breaks, hangs or is cut at a word that the test names: between a desk and a server.
 */
@NullMarked
package ronda.testkit.wire;

import org.jspecify.annotations.NullMarked;
