/** Draws made-up pictures, changes them as people do, and writes them as files. */
@NullMarked
package ronda.testkit.picture;

import org.jspecify.annotations.NullMarked;
