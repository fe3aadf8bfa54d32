@NullMarked
package ronda.server.page;

import org.jspecify.annotations.NullMarked;
