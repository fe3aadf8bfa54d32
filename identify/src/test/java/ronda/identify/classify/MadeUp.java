package ronda.identify.classify;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import ronda.identify.text.Fold;

/** Made-up posts to learn from: advertisers of a game that does not exist, and neighbours. */
final class MadeUp {
  private static final String[] SOLD = {"zonkawin", "mirakbet", "tolupoker", "sembahoki"};
  private static final String[] LURE = {"gampang menang", "bonus besar", "daftar sekarang", "cair"};
  private static final String[] TALK = {
    "warga", "jalan", "rapat", "sawah", "pasar", "hujan", "ibu"
  };

  static final Settings QUICK = new Settings(10, 7, 1, 5, 3);

  private MadeUp() {}

  static Example example(String text, String... labels) {
    return Example.of(Fold.plain(text), List.of(), List.of(), Set.of(labels));
  }

  /** Half advertise; of the neighbours, every second complains of rain. */
  static List<Example> examples(int count) {
    Random random = new Random(11);
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String talk = one(TALK, random) + " " + one(TALK, random) + " di desa " + random.nextInt(90);
      if (i % 2 == 0) {
        String name = one(SOLD, random) + (10 + random.nextInt(90));
        examples.add(example(name + " " + one(LURE, random) + "! " + talk, "promo"));
      } else if (i % 4 == 1) {
        examples.add(example("hujan lagi, " + talk, "weather"));
      } else {
        examples.add(example(talk));
      }
    }
    return examples;
  }

  private static String one(String[] of, Random random) {
    return of[random.nextInt(of.length)];
  }
}
