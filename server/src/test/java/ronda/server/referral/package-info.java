@NullMarked
package ronda.server.referral;

import org.jspecify.annotations.NullMarked;
