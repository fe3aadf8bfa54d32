/** Reads spreadsheets (XLSX) as JSON Lines, a row a line, so that one door reads them all. */
@NullMarked
package ronda.sources.sheets;

import org.jspecify.annotations.NullMarked;
