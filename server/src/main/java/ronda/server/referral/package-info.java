/** Letters to whoever may act: written, sent, chased, answered (rujukan). */
@NullMarked
package ronda.server.referral;

import org.jspecify.annotations.NullMarked;
