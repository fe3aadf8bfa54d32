package ronda.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import ronda.identify.lexicon.Lexicon;
import ronda.identify.lexicon.Term;
import ronda.identify.post.Post;
import ronda.identify.post.Stance;
import ronda.identify.signal.TermFound;
import ronda.identify.text.Fold;
import ronda.policies.outfit.Outfit;
import ronda.testkit.disguise.Disguise;
import ronda.testkit.disguise.Way;

/** Names and terms re-disguised in 15 ways, and how often clean posts look like one of them. */
final class ObfuscationBench {
  /** Made-up surroundings, so that a disguised word stands where such words stand. */
  private static final List<String> AROUND =
      List.of(
          "%s", "coba main di %s bang", "%s memang beda", "dari kemarin di %s terus, hasilnya oke");

  private final Path root;
  private final Posts clean;

  ObfuscationBench(Path root, Posts clean) {
    this.root = root;
    this.clean = clean;
  }

  List<String> run() {
    Lexicon lexicon = Outfit.read(root).lexicon();
    Set<String> names =
        lexicon.terms().stream()
            .filter(ObfuscationBench::isProbe)
            .map(Term::term)
            .collect(Collectors.toSet());
    Map<Way, int[]> tally = new LinkedHashMap<>();
    int seed = 0;
    for (String name : names.stream().sorted().toList()) {
      for (Way way : Way.values()) {
        String post = AROUND.get(seed % AROUND.size()).formatted(Disguise.of(name, way, ++seed));
        int[] counts = tally.computeIfAbsent(way, key -> new int[2]);
        counts[0]++;
        counts[1] += finds(lexicon, post, name) ? 1 : 0;
      }
    }
    List<String> report = new ArrayList<>();
    report.add(
        "%,d names and terms, each in 15 ways; a hit is the right term, confirmed."
            .formatted(names.size()));
    report.add("");
    report.add("| way | designed for | recall |");
    report.add("|---|---|---|");
    double[] all = new double[2];
    double[] unseen = new double[2];
    tally.forEach(
        (way, counts) -> {
          report.add(
              String.format(
                  Locale.ROOT,
                  "| %s | %s | %.3f |",
                  way.name().toLowerCase(Locale.ROOT),
                  way.isSeen() ? "yes" : "no",
                  (double) counts[1] / counts[0]));
          all[0] += counts[0];
          all[1] += counts[1];
          if (!way.isSeen()) {
            unseen[0] += counts[0];
            unseen[1] += counts[1];
          }
        });
    report.add(String.format(Locale.ROOT, "| **all** | | **%.4f** |", all[1] / all[0]));
    report.add(
        String.format(
            Locale.ROOT, "| **those not designed for** | no | **%.4f** |", unseen[1] / unseen[0]));
    report.add("");
    report.add(falseAlarms(lexicon, names));
    return report;
  }

  /** A word that is a reason by itself and is long enough to be told apart. */
  private static boolean isProbe(Term term) {
    return term.stance() == Stance.PROMOTES
        && term.needs().isNone()
        && term.unless().isNone()
        && term.term().length() >= 5
        && term.term().indexOf(' ') < 0;
  }

  private static boolean finds(Lexicon lexicon, String post, String name) {
    return lexicon.in(Fold.plain(post)).stream()
        .anyMatch(term -> !term.needsConfirmation() && term.term().equals(name));
  }

  /** Posts that hold no name in plain letters, yet one is found and confirmed. */
  private String falseAlarms(Lexicon lexicon, Set<String> names) {
    int posts = 0;
    int alarms = 0;
    for (Post post : clean.all()) {
      String lower = post.text().toLowerCase(Locale.ROOT);
      posts++;
      for (TermFound term : lexicon.in(Fold.plain(post.text()))) {
        if (!term.needsConfirmation()
            && names.contains(term.term())
            && !lower.contains(term.term())) {
          alarms++;
          break;
        }
      }
    }
    return String.format(
        Locale.ROOT,
        "False alarms: %,d of %,d clean posts, **%.3f %%**.",
        alarms,
        posts,
        100.0 * alarms / posts);
  }
}
