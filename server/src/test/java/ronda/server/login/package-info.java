@NullMarked
package ronda.server.login;

import org.jspecify.annotations.NullMarked;
