package ronda.identify.classify;

/**
 * How to train.
 *
 * @param rowBits how many rows the model's table has, as a power of two: 10 to 18
 * @param seed where the shuffling starts; the same seed gives the same model
 * @param strictness how much one example may bend the model (an SVM's C), above 0
 * @param rounds how many times each example is visited, at least 1
 * @param folds into how many parts examples are cut to calibrate on texts not learnt, at least 2
 */
public record Settings(int rowBits, long seed, double strictness, int rounds, int folds) {
  public Settings {
    require(rowBits >= 10 && rowBits <= 18, "rowBits must lie in 10..18", rowBits);
    require(strictness > 0 && strictness <= 1000, "strictness must lie in 0..1000", strictness);
    require(rounds >= 1 && rounds <= 1000, "rounds must lie in 1..1000", rounds);
    require(folds >= 2 && folds <= 20, "folds must lie in 2..20", folds);
  }

  /** What measured best over all label sets tried. */
  public static Settings standard() {
    return new Settings(18, 1, 1, 8, 4);
  }

  private static void require(boolean holds, String rule, Object value) {
    if (!holds) {
      throw new IllegalArgumentException(rule + ", was " + value);
    }
  }
}
