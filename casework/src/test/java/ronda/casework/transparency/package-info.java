@NullMarked
package ronda.casework.transparency;

import org.jspecify.annotations.NullMarked;
