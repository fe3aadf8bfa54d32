/** Time stamps (stempel waktu, RFC 3161): asked for, made here where nobody else does, checked. */
@NullMarked
package ronda.proof.stamp;

import org.jspecify.annotations.NullMarked;
