package ronda.proof.picture;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import ronda.casework.evidence.Look;
import ronda.testkit.picture.ChangedPictures;
import ronda.testkit.picture.ChangedPictures.Change;
import ronda.testkit.picture.MadeUpPictures;
import ronda.testkit.picture.MadeUpPictures.Kind;
import ronda.testkit.picture.PictureFiles;

/**
 * Measures on made-up pictures how far apart copies and strangers are, and how long a look takes;
 * the figures stand in the decision about pictures that come back. Arguments: pictures a kind.
 */
final class LookFigures {
  private static final int[] BOUNDS = {15, 23, 31, 39, 47, 63};

  private LookFigures() {}

  static void main(String[] words) {
    int each = words.length > 0 ? Integer.parseInt(words[0]) : 200;
    Map<Kind, List<List<Look>>> looks = new EnumMap<>(Kind.class);
    Map<Kind, Map<Change, List<Integer>>> copies = new EnumMap<>(Kind.class);
    long nanos = 0;
    long read = 0;
    long pixels = 0;
    for (Kind kind : Kind.values()) {
      int plain = 0;
      for (int i = 0; i < each; i++) {
        var picture = MadeUpPictures.picture(kind, i);
        byte[] png = PictureFiles.png(picture);
        long begin = spent();
        var reading = Pictures.read(png);
        nanos += spent() - begin;
        read++;
        pixels += (long) picture.getWidth() * picture.getHeight();
        if (!(reading instanceof Pictures.Reading.Seen seen)) {
          plain++;
          continue;
        }
        looks.computeIfAbsent(kind, k -> new ArrayList<>()).add(seen.looks());
        for (Change change : Change.values()) {
          int bits =
              Pictures.read(ChangedPictures.changed(picture, change))
                      instanceof Pictures.Reading.Seen again
                  ? apart(again.looks(), seen.looks())
                  : Look.BITS;
          copies
              .computeIfAbsent(kind, k -> new EnumMap<>(Change.class))
              .computeIfAbsent(change, c -> new ArrayList<>())
              .add(bits);
        }
      }
      System.out.printf(Locale.ROOT, "%s: %d of %d plain%n", kind, plain, each);
    }
    System.out.printf(
        Locale.ROOT,
        "looking: %.1f pictures a second of one core (PNG, %.2f megapixels)%n",
        read * 1e9 / nanos,
        pixels / 1e6 / read);
    System.out.println("share of copies within bits " + Arrays.toString(BOUNDS));
    copies.forEach(
        (kind, changes) ->
            changes.forEach(
                (change, bits) ->
                    System.out.printf(Locale.ROOT, "%-9s %-18s %s%n", kind, change, shares(bits))));
    strangers(looks);
  }

  /** Of the processor, not by the clock: whoever else is busy does not count. */
  private static long spent() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  static int apart(List<Look> one, List<Look> other) {
    return one.stream()
        .flatMapToInt(look -> other.stream().mapToInt(look::bitsApart))
        .min()
        .orElse(Look.BITS);
  }

  private static String shares(List<Integer> bits) {
    var line = new StringBuilder();
    for (int bound : BOUNDS) {
      long within = bits.stream().filter(one -> one <= bound).count();
      line.append(String.format(Locale.ROOT, " %6.3f", (double) within / bits.size()));
    }
    return line.toString();
  }

  private static void strangers(Map<Kind, List<List<Look>>> looks) {
    List<List<Look>> all = new ArrayList<>();
    looks.forEach(
        (kind, own) -> {
          System.out.println("strangers " + kind + " " + pairs(own));
          all.addAll(own);
        });
    System.out.println("strangers, all " + pairs(all));
  }

  private static String pairs(List<List<Look>> looks) {
    long[] within = new long[BOUNDS.length];
    long pairs = 0;
    int nearest = Look.BITS;
    for (int i = 0; i < looks.size(); i++) {
      for (int j = 0; j < i; j++) {
        int bits = apart(looks.get(i), looks.get(j));
        nearest = Math.min(nearest, bits);
        pairs++;
        for (int b = 0; b < BOUNDS.length; b++) {
          within[b] += bits <= BOUNDS[b] ? 1 : 0;
        }
      }
    }
    return pairs + " pairs, within " + Arrays.toString(within) + ", nearest " + nearest;
  }
}
