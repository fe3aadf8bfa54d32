@NullMarked
package ronda.server.evidence;

import org.jspecify.annotations.NullMarked;
