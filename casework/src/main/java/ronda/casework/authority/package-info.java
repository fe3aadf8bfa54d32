/** Who may do what by which law, as rows with dates and sources (kewenangan). */
@NullMarked
package ronda.casework.authority;

import org.jspecify.annotations.NullMarked;
