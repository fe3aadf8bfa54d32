/** Files that wait until somebody has said what their columns hold. */
@NullMarked
package ronda.server.upload;

import org.jspecify.annotations.NullMarked;
