/** Prints pieces of text on A4 as PDF: for letters, answers, lists of evidence. */
@NullMarked
package ronda.paper.print;

import org.jspecify.annotations.NullMarked;
