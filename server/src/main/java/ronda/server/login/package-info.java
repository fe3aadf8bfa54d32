/** How people and programs show who they are. */
@NullMarked
package ronda.server.login;

import org.jspecify.annotations.NullMarked;
