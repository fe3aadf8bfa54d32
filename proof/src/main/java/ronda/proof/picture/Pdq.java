package ronda.proof.picture;

import java.util.Arrays;
import ronda.casework.evidence.Look;

/**
 * PDQ, a perceptual hash, after its published description (Facebook, <i>The TMK+PDQF video-hashing
 * algorithm and the PDQ image-hashing algorithm</i>, 2019): brightness alone, smoothed twice and
 * taken at 64 × 64 places; of its cosine transform the 16 × 16 slowest waves, without the mean; a
 * bit says whether a wave is stronger than the median one.
 */
final class Pdq {
  private static final int SIDE = 64;
  private static final int WAVES = 16;
  private static final float[][] COSINES = cosines();

  /** What the description divides the sum of all steps by; found by its authors by trial. */
  private static final int QUALITY_UNIT = 90;

  private Pdq() {}

  /**
   * What came of it.
   *
   * @param quality how much there is to see, 0 (one colour) to 100
   */
  record Hashed(Look look, int quality) {}

  /** Hashes a picture, of which the values are overwritten. */
  static Hashed of(Grey picture) {
    float[] grey = picture.values();
    int width = picture.width();
    int height = picture.height();
    float[] other = new float[grey.length];
    for (int pass = 0; pass < 2; pass++) {
      for (int y = 0; y < height; y++) {
        smoothAcross(grey, other, y * width, width);
      }
      smoothDown(other, grey, width, height);
    }
    float[][] small = new float[SIDE][SIDE];
    for (int y = 0; y < SIDE; y++) {
      int row = (int) ((y + 0.5) * height / SIDE) * width;
      for (int x = 0; x < SIDE; x++) {
        small[y][x] = grey[row + (int) ((x + 0.5) * width / SIDE)];
      }
    }
    return new Hashed(look(waves(small)), quality(small));
  }

  /** The mean of each value's neighbours in one row, of fewer at its ends. */
  private static void smoothAcross(float[] in, float[] out, int from, int length) {
    int ahead = ahead(length);
    int behind = window(length) - 1 - ahead;
    double sum = 0;
    for (int i = 0; i < Math.min(ahead, length); i++) {
      sum += in[from + i];
    }
    for (int i = 0; i < length; i++) {
      if (i + ahead < length) {
        sum += in[from + i + ahead];
      }
      if (i > behind) {
        sum -= in[from + i - behind - 1];
      }
      out[from + i] = (float) (sum / count(i, ahead, behind, length));
    }
  }

  /** The same in all columns at once, because memory lies in rows. */
  private static void smoothDown(float[] in, float[] out, int width, int height) {
    int ahead = ahead(height);
    int behind = window(height) - 1 - ahead;
    float[] sums = new float[width];
    for (int y = 0; y < Math.min(ahead, height); y++) {
      add(in, y * width, 1, sums);
    }
    for (int y = 0; y < height; y++) {
      if (y + ahead < height) {
        add(in, (y + ahead) * width, 1, sums);
      }
      if (y > behind) {
        add(in, (y - behind - 1) * width, -1, sums);
      }
      float share = 1f / count(y, ahead, behind, height);
      for (int x = 0; x < width; x++) {
        out[y * width + x] = sums[x] * share;
      }
    }
  }

  private static void add(float[] in, int from, float times, float[] sums) {
    for (int x = 0; x < sums.length; x++) {
      sums[x] += times * in[from + x];
    }
  }

  /** How many neighbours, with the value itself, are smoothed into one. */
  private static int window(int length) {
    return (length + 2 * SIDE - 1) / (2 * SIDE);
  }

  private static int ahead(int length) {
    return (window(length) + 2) / 2 - 1;
  }

  private static int count(int place, int ahead, int behind, int length) {
    return Math.min(place + ahead, length - 1) - Math.max(place - behind, 0) + 1;
  }

  private static int quality(float[][] small) {
    int steps = 0;
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        if (y + 1 < SIDE) {
          steps += Math.abs((int) ((small[y][x] - small[y + 1][x]) * 100 / 255));
        }
        if (x + 1 < SIDE) {
          steps += Math.abs((int) ((small[y][x] - small[y][x + 1]) * 100 / 255));
        }
      }
    }
    return Math.min(100, steps / QUALITY_UNIT);
  }

  private static float[][] cosines() {
    float[][] cosines = new float[WAVES][SIDE];
    for (int wave = 0; wave < WAVES; wave++) {
      for (int place = 0; place < SIDE; place++) {
        cosines[wave][place] =
            (float)
                (Math.sqrt(2.0 / SIDE)
                    * Math.cos(Math.PI / 2 / SIDE * (wave + 1) * (2 * place + 1)));
      }
    }
    return cosines;
  }

  private static float[] waves(float[][] small) {
    float[][] half = new float[WAVES][SIDE];
    for (int wave = 0; wave < WAVES; wave++) {
      for (int x = 0; x < SIDE; x++) {
        float sum = 0;
        for (int y = 0; y < SIDE; y++) {
          sum += COSINES[wave][y] * small[y][x];
        }
        half[wave][x] = sum;
      }
    }
    float[] waves = new float[WAVES * WAVES];
    for (int down = 0; down < WAVES; down++) {
      for (int across = 0; across < WAVES; across++) {
        float sum = 0;
        for (int x = 0; x < SIDE; x++) {
          sum += half[down][x] * COSINES[across][x];
        }
        waves[down * WAVES + across] = sum;
      }
    }
    return waves;
  }

  private static Look look(float[] waves) {
    float[] sorted = waves.clone();
    Arrays.sort(sorted);
    float median = sorted[sorted.length / 2 - 1];
    long[] bits = new long[4];
    for (int i = 0; i < waves.length; i++) {
      if (waves[i] > median) {
        bits[3 - i / Long.SIZE] |= 1L << i % Long.SIZE;
      }
    }
    return new Look(bits[0], bits[1], bits[2], bits[3]);
  }
}
