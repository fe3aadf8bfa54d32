/** Measures how good findings are, and draws it: tables, Markdown, SVG. */
@NullMarked
package ronda.tool.report;

import org.jspecify.annotations.NullMarked;
