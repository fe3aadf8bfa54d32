/** What is kept so that it can be shown later, and who touched it (barang bukti). */
@NullMarked
package ronda.casework.evidence;

import org.jspecify.annotations.NullMarked;
