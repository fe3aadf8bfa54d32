/** What the office tells the public of its work, and where anybody reads it (transparansi). */
@NullMarked
package ronda.server.transparency;

import org.jspecify.annotations.NullMarked;
