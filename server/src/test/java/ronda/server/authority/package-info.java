@NullMarked
package ronda.server.authority;

import org.jspecify.annotations.NullMarked;
