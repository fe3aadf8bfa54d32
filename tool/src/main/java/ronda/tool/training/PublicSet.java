package ronda.tool.training;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Posts of people with labels by people: JSON Lines with {@code text} and {@code categories}.
 *
 * @param file its name in the data folder
 * @param sha256 of the file, so that another version is not taken for this one
 * @param from where it was published
 * @param licence as its publisher states it
 * @param gives what a row's category teaches, by category; a category that is not here teaches
 *     nothing
 * @param silent labels that whoever labelled these rows did not look for
 * @param mentionsWhen a row without a category that holds one of these words is taken to mention
 *     the harm; empty where nothing is to be guessed
 * @param weight how much one row counts, where 1 is usual
 * @param leaveOut one row in so many is left out, to measure on; 0 to take all
 * @param dressed how many rows without a category are taken a second time in fancy letters, 0 to 1,
 *     so that fancy letters alone are no reason
 * @param renaming how to put invented names in the place of known ones, if at all
 */
record PublicSet(
    String file,
    String sha256,
    String from,
    String licence,
    Map<String, List<String>> gives,
    List<String> silent,
    List<String> mentionsWhen,
    double weight,
    int leaveOut,
    double dressed,
    Optional<Renaming> renaming) {
  PublicSet {
    gives = Map.copyOf(gives);
    silent = List.copyOf(silent);
    mentionsWhen = List.copyOf(mentionsWhen);
  }

  static PublicSet of(JsonTree json) {
    json.allowing(
        "file",
        "sha256",
        "from",
        "licence",
        "gives",
        "silent",
        "mentionsWhen",
        "weight",
        "leaveOut",
        "dressed",
        "renaming");
    JsonTree gives = json.tree("gives");
    Map<String, List<String>> labels = new HashMap<>();
    gives.fields().keySet().forEach(category -> labels.put(category, gives.texts(category)));
    return new PublicSet(
        json.text("file"),
        json.text("sha256"),
        json.text("from"),
        json.text("licence"),
        labels,
        json.texts("silent"),
        json.texts("mentionsWhen"),
        json.number("weight", 1),
        (int) json.number("leaveOut", 0),
        json.number("dressed", 0),
        json.has("renaming") ? Optional.of(Renaming.of(json.tree("renaming"))) : Optional.empty());
  }

  /** The posts, in the order of the file, each followed by its variants. */
  List<TrainingPost> posts(Set<String> labels, Path dataFolder, long seed) throws IOException {
    Path path = dataFolder.resolve(file);
    check(path);
    Dice dice = Dice.of(seed, file);
    Renamer renamer = renaming.isPresent() ? renaming.get().renamer(dataFolder) : Renamer.none();
    List<TrainingPost> posts = new ArrayList<>();
    try (BufferedReader lines = Files.newBufferedReader(path)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonTree row = JsonTree.read(line);
        if (!isLeftOut(row.text("text"), leaveOut)) {
          addWithVariants(row.text("text"), row.texts("categories"), labels, renamer, dice, posts);
        }
      }
    }
    return posts;
  }

  private void addWithVariants(
      String text,
      List<String> categories,
      Set<String> wanted,
      Renamer renamer,
      Dice dice,
      List<TrainingPost> posts) {
    Set<String> labels = new HashSet<>();
    categories.forEach(c -> labels.addAll(gives.getOrDefault(c, List.of())));
    if (categories.isEmpty() && mentions(text)) {
      labels.add("stance:mentions");
    }
    labels.retainAll(wanted);
    Set<String> unknown = new HashSet<>(silent);
    unknown.retainAll(wanted);
    unknown.removeAll(labels);
    String group = renamer.nameIn(text);
    posts.add(new TrainingPost(text, labels, unknown, weight, group));
    if (categories.isEmpty()) {
      if (dice.chance(dressed)) {
        String fancy = Wardrobe.someWords(text, dice);
        posts.add(new TrainingPost(fancy, labels, unknown, weight, ""));
      }
      return;
    }
    for (String renamed : renamer.variants(text, dice)) {
      posts.add(new TrainingPost(renamed, labels, unknown, weight, group));
    }
  }

  private boolean mentions(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return mentionsWhen.stream().anyMatch(lower::contains);
  }

  /**
   * Whether a text belongs to the part that is kept for measuring: one in {@code oneIn}, by the
   * text's SHA-256, so that whoever measures finds the same part.
   */
  static boolean isLeftOut(String text, int oneIn) {
    if (oneIn == 0) {
      return false;
    }
    byte[] hash = digest().digest(text.getBytes(StandardCharsets.UTF_8));
    return ((hash[0] & 0xff) << 8 | hash[1] & 0xff) % oneIn == 0;
  }

  private void check(Path path) throws IOException {
    if (!Files.exists(path)) {
      throw new IOException("%s is not there; it is published at %s".formatted(path, from));
    }
    String found = HexFormat.of().formatHex(digest().digest(Files.readAllBytes(path)));
    if (!found.equals(sha256)) {
      throw new IOException(
          "%s is another version: its SHA-256 is %s, the recipe names %s"
              .formatted(path, found, sha256));
    }
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
