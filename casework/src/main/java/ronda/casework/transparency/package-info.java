/** What an office tells the public of its own work, without betraying anybody (transparansi). */
@NullMarked
package ronda.casework.transparency;

import org.jspecify.annotations.NullMarked;
