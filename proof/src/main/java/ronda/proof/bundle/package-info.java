/**
 * The evidence of a case as one file that others can check without Ronda (berkas bukti): see
 * docs/evidence-bundle.md.
 */
@NullMarked
package ronda.proof.bundle;

import org.jspecify.annotations.NullMarked;
