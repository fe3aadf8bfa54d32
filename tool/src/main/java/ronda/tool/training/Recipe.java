package ronda.tool.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a model is made of, so that anybody can make it again (resep): public sets, which are named
 * with their checksum and not copied here, and grammars of made-up posts. The same recipe and the
 * same files give the same posts in the same order.
 *
 * <p>Read with {@link #read}; {@code models/README.md} explains the file.
 *
 * @param name the model's name
 * @param seed where all random choices start
 * @param labels what the model learns to tell
 * @param publicSets posts of people, with labels by people
 * @param madeUp posts that grammars make
 * @param implied posts that grammars make of harms which are only implied, and of what sounds like
 *     them: they teach the labels {@code implied:…} and the stance, and nothing of a harm said
 *     outright
 * @param chat a file of chat spellings for the typist of made-up posts, beside the recipe
 */
public record Recipe(
    String name,
    long seed,
    List<String> labels,
    List<PublicSet> publicSets,
    List<MadeUpSet> madeUp,
    List<MadeUpSet> implied,
    String chat) {
  public Recipe {
    labels = List.copyOf(labels);
    publicSets = List.copyOf(publicSets);
    madeUp = List.copyOf(madeUp);
    implied = List.copyOf(implied);
  }

  /**
   * Reads a recipe.
   *
   * @throws IOException if the file cannot be opened or is no recipe
   */
  public static Recipe read(Path file) throws IOException {
    try {
      return of(JsonTree.read(Files.readString(file)));
    } catch (IllegalArgumentException broken) {
      throw new IOException(file + " is no recipe: " + broken.getMessage(), broken);
    }
  }

  private static Recipe of(JsonTree json) {
    json.allowing("name", "seed", "labels", "publicSets", "madeUp", "implied", "chat");
    return new Recipe(
        json.text("name"),
        (long) json.number("seed", 1),
        json.texts("labels"),
        json.trees("publicSets").stream().map(PublicSet::of).toList(),
        json.trees("madeUp").stream().map(MadeUpSet::of).toList(),
        json.trees("implied").stream().map(MadeUpSet::of).toList(),
        json.has("chat") ? json.text("chat") : "");
  }

  /**
   * All posts of the recipe, in a fixed order, none twice.
   *
   * @param folder where the recipe stands, with its grammars
   * @param dataFolder where the public sets were put
   * @throws IOException if a file is missing, is not the one that the recipe names, or is broken
   */
  public List<TrainingPost> posts(Path folder, Path dataFolder) throws IOException {
    Set<String> wanted = Set.copyOf(labels);
    Map<String, TrainingPost> posts = new LinkedHashMap<>();
    for (PublicSet set : publicSets) {
      for (TrainingPost post : set.posts(wanted, dataFolder, seed)) {
        posts.putIfAbsent(post.text(), post.implying(wanted));
      }
    }
    if (!madeUp.isEmpty() || !implied.isEmpty()) {
      Typist typist = Typist.read(folder.resolve(chat));
      for (MadeUpSet set : madeUp) {
        for (TrainingPost post : set.posts(folder, typist, seed)) {
          posts.putIfAbsent(post.text(), post.implying(wanted));
        }
      }
      for (MadeUpSet set : implied) {
        for (TrainingPost post : set.posts(folder, typist, seed)) {
          posts.putIfAbsent(post.text(), post.implyingOnly(wanted));
        }
      }
    }
    return new ArrayList<>(posts.values());
  }
}
