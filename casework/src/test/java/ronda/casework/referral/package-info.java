@NullMarked
package ronda.casework.referral;

import org.jspecify.annotations.NullMarked;
