/**
 * Brings the tables to the shape that this release works with.
 *
 * <p>The migrations lie in the resources {@code ronda/store/migrations}, as {@code V7__words.sql}.
 * Each runs in a transaction of its own in which {@code ronda.everything} is {@code yes}, so that a
 * migration that changes rows reaches those of every office. A migration that was released is never
 * changed again.
 */
@NullMarked
package ronda.store.schema;

import org.jspecify.annotations.NullMarked;
