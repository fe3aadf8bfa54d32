/** What every store must do, whatever it keeps things in: one contract for all of a kind. */
@NullMarked
package ronda.testkit.contract;

import org.jspecify.annotations.NullMarked;
