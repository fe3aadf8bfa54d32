/** The patrol of each office: the same words and models for all, each office's own policies. */
@NullMarked
package ronda.server.patrol;

import org.jspecify.annotations.NullMarked;
