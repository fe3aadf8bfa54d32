/** Who may do what, shown, asked at a case, and changed by two people (kewenangan). */
@NullMarked
package ronda.server.authority;

import org.jspecify.annotations.NullMarked;
