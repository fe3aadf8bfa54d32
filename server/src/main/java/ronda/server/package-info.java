/**
 * The server: <i>read third</i>, after Patrol and CaseFlow. {@link ronda.server.Main} begins it.
 */
@NullMarked
package ronda.server;

import org.jspecify.annotations.NullMarked;
