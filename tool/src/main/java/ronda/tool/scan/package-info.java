/** Which of the libraries that Ronda is built with have known flaws, and which of those matter. */
@NullMarked
package ronda.tool.scan;

import org.jspecify.annotations.NullMarked;
