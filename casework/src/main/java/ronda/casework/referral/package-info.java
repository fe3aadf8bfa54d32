/** Letters to whoever may act, what becomes of them, and until when (rujukan). */
@NullMarked
package ronda.casework.referral;

import org.jspecify.annotations.NullMarked;
