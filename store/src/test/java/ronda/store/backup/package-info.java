/** What a backup keeps, and what a kill or a flipped byte does to it. */
@NullMarked
package ronda.store.backup;

import org.jspecify.annotations.NullMarked;
