/** The policies' pages, asked over HTTP as a browser would. */
@NullMarked
package ronda.server.policies;

import org.jspecify.annotations.NullMarked;
