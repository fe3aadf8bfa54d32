/** A small real network, to try what an office's own would do. */
@NullMarked
package ronda.testkit.network;

import org.jspecify.annotations.NullMarked;
