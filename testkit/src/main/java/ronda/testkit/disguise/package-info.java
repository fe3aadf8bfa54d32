/** Disguises words as gambling and prostitution posts do, so that tests can ask for them back. */
@NullMarked
package ronda.testkit.disguise;

import org.jspecify.annotations.NullMarked;
