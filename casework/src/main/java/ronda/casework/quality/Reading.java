package ronda.casework.quality;

import ronda.casework.review.Agreement;

/**
 * An agreement in plain words, after J. R. Landis and G. G. Koch, "The measurement of observer
 * agreement for categorical data", Biometrics 33 (1977), 159–174.
 */
public enum Reading {
  /** Fewer than {@value #ENOUGH} pairs: chance alone could make any figure. */
  TOO_FEW,
  /** Everybody always said the same one thing: there is nothing to compare with chance. */
  ALL_ALIKE,
  /** κ below 0. */
  WORSE_THAN_CHANCE,
  /** κ to 0.20. */
  SLIGHT,
  /** κ to 0.40. */
  FAIR,
  /** κ to 0.60. */
  MODERATE,
  /** κ to 0.80. */
  SUBSTANTIAL,
  /** κ above 0.80. */
  ALMOST_FULL;

  /** From so many on, a figure says something. */
  public static final int ENOUGH = 20;

  /** What an agreement says. */
  public static Reading of(Agreement agreement) {
    if (agreement.pairs() < ENOUGH) {
      return TOO_FEW;
    }
    if (agreement.kappa().isEmpty()) {
      return ALL_ALIKE;
    }
    double kappa = agreement.kappa().getAsDouble();
    if (kappa < 0) {
      return WORSE_THAN_CHANCE;
    }
    if (kappa <= 0.2) {
      return SLIGHT;
    }
    if (kappa <= 0.4) {
      return FAIR;
    }
    if (kappa <= 0.6) {
      return MODERATE;
    }
    return kappa <= 0.8 ? SUBSTANTIAL : ALMOST_FULL;
  }
}
