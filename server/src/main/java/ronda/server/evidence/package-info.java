/**
 * What is kept as evidence, who may open it, and the bundle that leaves the desk (barang bukti).
 */
@NullMarked
package ronda.server.evidence;

import org.jspecify.annotations.NullMarked;
