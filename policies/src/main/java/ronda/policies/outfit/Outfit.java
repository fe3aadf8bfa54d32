package ronda.policies.outfit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import ronda.identify.Patrol;
import ronda.identify.Scores;
import ronda.identify.classify.Classifier;
import ronda.identify.classify.Classifiers;
import ronda.identify.classify.SecondOpinion;
import ronda.identify.decide.Policies;
import ronda.identify.decide.Policy;
import ronda.identify.entity.BlockedDomains;
import ronda.identify.entity.Entities;
import ronda.identify.lexicon.Lexicon;
import ronda.identify.post.Category;
import ronda.policies.cel.PolicyFolder;

/**
 * What a patrol carries (perlengkapan): words, blocked domains, models and policies, each from its
 * folder below one root.
 *
 * <pre>
 * root/lexicons/*.tsv           listed terms and names
 * root/lexicons/domains/*.txt   blocked domains
 * root/models/*&#47;model.ronda      trained weights; a folder may be left out, but not its weights alone
 * root/policies/data/*.yaml     policies
 * </pre>
 */
public record Outfit(Lexicon lexicon, Entities entities, Classifier classifier, Policies policies) {
  private static final String DOMAINS = "lexicons/domains/gambling.txt";

  /**
   * Reads everything below {@code root}. A file that is damaged refuses the whole outfit, with its
   * name and the reason: a patrol that silently lacks half its words would be worse than none.
   *
   * @throws OutfitRefused if its parts do not fit each other
   * @throws UncheckedIOException if a folder or file cannot be read
   */
  public static Outfit read(Path root) {
    return read(root, Optional.empty());
  }

  /**
   * The same, sooner.
   *
   * @param prepared a folder for what was worked out before, such as policies that were checked. It
   *     is made if it is missing; what does not fit in it is worked out anew; without it all is.
   * @throws UncheckedIOException if a folder or file cannot be read
   */
  public static Outfit read(Path root, Optional<Path> prepared) {
    // Side by side: the words take about as long as the policies' language, and each as long as
    // all the rest.
    CompletableFuture<Policies> policies =
        CompletableFuture.supplyAsync(() -> policies(root.resolve("policies/data"), prepared));
    CompletableFuture<Classifier> classifier =
        CompletableFuture.supplyAsync(() -> classifier(root.resolve("models")));
    Lexicon lexicon;
    Entities entities;
    try {
      lexicon = Lexicon.read(root.resolve("lexicons"));
      entities = new Entities(domains(root.resolve(DOMAINS)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Outfit(lexicon, entities, joined(classifier), joined(policies));
  }

  private static Policies policies(Path folder, Optional<Path> prepared) {
    return prepared
        .map(kept -> PolicyFolder.read(folder, kept.resolve("conditions")))
        .orElseGet(() -> PolicyFolder.read(folder));
  }

  private static Classifier classifier(Path folder) {
    Path[] models;
    try {
      models = models(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try {
      return Classifiers.load(models);
    } catch (IllegalArgumentException twice) {
      String names =
          String.join(
              ", ", Arrays.stream(models).map(Path::getFileName).map(String::valueOf).toList());
      throw new OutfitRefused(folder + " (" + names + "): " + twice.getMessage());
    }
  }

  /** What came of it, or the refusal itself rather than its wrapping. */
  private static <T> T joined(CompletableFuture<T> reading) {
    try {
      return reading.join();
    } catch (CompletionException wrapped) {
      if (wrapped.getCause() instanceof RuntimeException refused) {
        throw refused;
      }
      throw wrapped;
    }
  }

  /**
   * Words and domains alone: what a model is shown of a text, in training just as on patrol. A
   * damaged model must not stand in the way of the one that replaces it.
   *
   * @throws UncheckedIOException if a folder or file cannot be read
   */
  public static Outfit withoutModels(Path root) {
    try {
      return new Outfit(
          Lexicon.read(root.resolve("lexicons")),
          new Entities(domains(root.resolve(DOMAINS))),
          Classifiers.load(),
          Policies.none());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Domains and models, beside words that were read elsewhere: what all offices of a server share.
   * Each office brings its own policies ({@link #with(Policies)}).
   *
   * @throws UncheckedIOException if a folder or file cannot be read
   */
  public static Outfit withoutPolicies(Path root, Lexicon lexicon) {
    try {
      return new Outfit(
          lexicon,
          new Entities(domains(root.resolve(DOMAINS))),
          classifier(root.resolve("models")),
          Policies.none());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same with these words. */
  public Outfit with(Lexicon words) {
    return new Outfit(words, entities, classifier, policies);
  }

  /** The same with these policies. */
  public Outfit with(Policies others) {
    return new Outfit(lexicon, entities, classifier, others);
  }

  /**
   * The policies in force that must stay silent whatever the post says, because no model here knows
   * a category whose score they ask for.
   */
  public List<Policy> silent() {
    Set<Category> known = Scores.knownBy(classifier.labels());
    return policies.all().stream()
        .filter(policy -> !policy.shadow())
        .filter(
            policy ->
                !known.contains(policy.category())
                    || !known.containsAll(policy.condition().asksScoresOf()))
        .toList();
  }

  /** A patrol with what lies below {@code root}. */
  public static Patrol patrol(Path root) {
    return read(root).patrol();
  }

  /** A patrol dressed so. */
  public Patrol patrol() {
    return new Patrol(lexicon, entities, classifier, policies);
  }

  /** A patrol dressed so, which asks one more network where its models are unsure. */
  public Patrol patrol(SecondOpinion second) {
    return new Patrol(lexicon, entities, classifier, policies, Optional.of(second));
  }

  private static BlockedDomains domains(Path file) throws IOException {
    return Files.exists(file) ? BlockedDomains.read(file) : BlockedDomains.NONE;
  }

  /**
   * The folders of trained models, by name: the same order on every machine. Where a model's card
   * or recipe lies, its weights are expected: they were lost, not left out.
   */
  private static Path[] models(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return new Path[0];
    }
    try (Stream<Path> inside = Files.list(folder)) {
      return inside
          .filter(
              model ->
                  Stream.of("model.ronda", "card.md", "recipe.json")
                      .anyMatch(file -> Files.exists(model.resolve(file))))
          .sorted()
          .toArray(Path[]::new);
    }
  }
}
