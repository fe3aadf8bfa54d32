@NullMarked
package ronda.server;

import org.jspecify.annotations.NullMarked;
