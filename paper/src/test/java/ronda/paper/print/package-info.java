@NullMarked
package ronda.paper.print;

import org.jspecify.annotations.NullMarked;
