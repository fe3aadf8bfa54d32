/** How the tables come to the shape of this release, and when that is refused. */
@NullMarked
package ronda.store.schema;

import org.jspecify.annotations.NullMarked;
