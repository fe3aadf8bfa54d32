/** The commands of the server's half of ./ronda. */
@NullMarked
package ronda.server.command;

import org.jspecify.annotations.NullMarked;
