@NullMarked
package ronda.server.watch;

import org.jspecify.annotations.NullMarked;
