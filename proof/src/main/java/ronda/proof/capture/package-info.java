/** Looks at a public page once and takes home what it saw (tangkapan halaman). */
@NullMarked
package ronda.proof.capture;

import org.jspecify.annotations.NullMarked;
