@NullMarked
package ronda.server.objection;

import org.jspecify.annotations.NullMarked;
