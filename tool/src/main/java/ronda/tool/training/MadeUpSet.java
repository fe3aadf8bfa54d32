package ronda.tool.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Posts that a grammar makes.
 *
 * @param grammar the file, beside the recipe
 * @param posts how many different ones to make
 * @param dressed how many of those with a label wear a {@link Costume} on a word or two, 0 to 1
 * @param weight how much one counts against a person's post, which counts 1
 */
record MadeUpSet(String grammar, int posts, double dressed, double weight) {

  static MadeUpSet of(JsonTree json) {
    json.allowing("grammar", "posts", "dressed", "weight");
    return new MadeUpSet(
        json.text("grammar"),
        (int) json.number("posts", 1000),
        json.number("dressed", 0),
        json.number("weight", 1));
  }

  /** The posts, in the order they were made, with all the labels that the grammar gives them. */
  List<TrainingPost> posts(Path folder, Typist typist, long seed) throws IOException {
    Grammar made = Grammar.read(folder.resolve(grammar));
    Dice dice = Dice.of(seed, grammar);
    List<TrainingPost> all = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    // A grammar that has said all it can say would otherwise be asked for ever.
    for (int tries = 0; all.size() < posts && tries < 20 * posts; tries++) {
      Grammar.Made post = made.make(dice);
      String text = typist.type(post.text(), dice);
      if (dice.chance(post.labels().isEmpty() ? dressed / 10 : dressed)) {
        text = Wardrobe.someWords(text, dice);
      }
      if (text.length() > 3 && seen.add(text)) {
        all.add(
            new TrainingPost(
                text, post.labels(), Set.of(), weight, grammar + ":" + post.pattern()));
      }
    }
    return all;
  }
}
