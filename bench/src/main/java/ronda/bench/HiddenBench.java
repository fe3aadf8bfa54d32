package ronda.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import ronda.identify.Patrol;
import ronda.identify.decide.Finding;
import ronda.identify.decide.Policies;
import ronda.identify.decide.Policy;
import ronda.identify.post.Category;
import ronda.identify.post.Post;
import ronda.policies.outfit.Outfit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Offers that are found by themselves, put between two other texts: how many are still found, by
 * policies that look at stretches and by the same ones that do not (decision 057).
 */
final class HiddenBench {
  /** Longer ones are not easily overlooked. */
  private static final int MOST_WORDS = 25;

  private static final JsonMapper JSON = new JsonMapper();

  private final Path root;
  private final List<Post> around;
  private final List<Path> offers;

  /**
   * @param around what an offer is put between: neighbours in its order
   * @param offers rows with {@code text} and {@code categories}
   */
  HiddenBench(Path root, Posts around, List<String> offers) {
    this.root = root;
    this.around = around.all();
    this.offers = offers.stream().map(Path::of).toList();
  }

  private static final class Tally {
    private int offers;
    private int byAll;
    private int byStretches;
  }

  List<String> run() throws IOException {
    Outfit outfit = Outfit.read(root);
    Patrol now = outfit.patrol();
    Patrol whole = outfit.with(withoutStretches(outfit.policies())).patrol();
    Set<Category> looked = EnumSet.noneOf(Category.class);
    outfit.policies().all().stream()
        .filter(policy -> policy.look().stretch() > 0 && !policy.shadow())
        .forEach(policy -> looked.add(policy.category()));
    List<String> report = new ArrayList<>();
    report.add(
        "Offers of at most %d words that are found by themselves, each between two of %,d other texts."
            .formatted(MOST_WORDS, around.size()));
    report.add("");
    report.add("| file | category | offers | found without stretches | found with them |");
    report.add("|---|---|---|---|---|");
    Random random = new Random(7);
    for (Path file : offers) {
      Map<Category, Tally> tallies = new EnumMap<>(Category.class);
      try (BufferedReader lines = Files.newBufferedReader(file)) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          JsonNode row = JSON.readTree(line);
          String text = row.path("text").asString("");
          for (JsonNode code : row.path("categories")) {
            Optional<Category> category = Category.ofCode(code.asString()).filter(looked::contains);
            if (category.isPresent() && isShort(text) && finds(whole, text, category.get())) {
              Tally tally = tallies.computeIfAbsent(category.get(), key -> new Tally());
              String hidden = hidden(text, random);
              tally.offers++;
              tally.byAll += finds(whole, hidden, category.get()) ? 1 : 0;
              tally.byStretches += finds(now, hidden, category.get()) ? 1 : 0;
            }
          }
        }
      }
      tallies.forEach(
          (category, tally) ->
              report.add(
                  "| %s | %s | %,d | %,d | **%,d** |"
                      .formatted(
                          file.getFileName(),
                          category.code(),
                          tally.offers,
                          tally.byAll,
                          tally.byStretches)));
    }
    return report;
  }

  private String hidden(String text, Random random) {
    int place = random.nextInt(around.size());
    String before = around.get(place).text();
    String behind = around.get((place + 1) % around.size()).text();
    return before + ". " + text + ". " + behind;
  }

  private static Policies withoutStretches(Policies policies) {
    return Policies.of(
        policies.all().stream()
            .map(
                one ->
                    new Policy(
                        one.name(),
                        one.version(),
                        one.category(),
                        new Policy.Look(one.look().floor(), one.look().floorWithTerm(), 0),
                        one.condition(),
                        one.severity(),
                        one.legalBasis(),
                        one.shadow(),
                        one.about()))
            .toList());
  }

  private static boolean isShort(String text) {
    return text.strip().split("\\s+").length <= MOST_WORDS;
  }

  private static boolean finds(Patrol patrol, String text, Category category) {
    for (Finding finding : patrol.examine(Post.of("1", text)).findings()) {
      if (!finding.shadow() && finding.category() == category) {
        return true;
      }
    }
    return false;
  }
}
