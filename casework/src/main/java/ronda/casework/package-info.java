/** What an office does about a finding; {@code CaseFlow} first. */
@NullMarked
package ronda.casework;

import org.jspecify.annotations.NullMarked;
