/** Early warnings that cross from office to office: about acts, never about persons. */
@NullMarked
package ronda.casework.notice;

import org.jspecify.annotations.NullMarked;
