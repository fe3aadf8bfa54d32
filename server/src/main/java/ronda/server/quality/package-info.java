/** How well reviewers agree, golden items, and decisions taken out for others to learn from. */
@NullMarked
package ronda.server.quality;

import org.jspecify.annotations.NullMarked;
