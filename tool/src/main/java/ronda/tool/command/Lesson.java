package ronda.tool.command;

import java.util.Set;
import ronda.identify.classify.Example;
import ronda.sources.files.Row;
import ronda.tool.training.TrainingPost;

/** A post to learn from, and where it was collected. */
record Lesson(Example example, String source) {
  /** A row of a file, of which every label is known. */
  static Lesson of(Row row, Seen.Eyes eyes) {
    Seen seen = eyes.look(row.post().text());
    Set<String> labels = Set.copyOf(row.labels());
    return new Lesson(Example.of(seen.text(), seen.terms(), seen.entities(), labels), row.source());
  }

  /** A post of a recipe, which says what its labeller did not look for. */
  static Lesson of(TrainingPost post, Seen.Eyes eyes) {
    Seen seen = eyes.look(post.text());
    Example example =
        new Example(
            seen.text(),
            seen.terms(),
            seen.entities(),
            post.labels(),
            post.unknown(),
            post.weight(),
            post.group());
    return new Lesson(example, "");
  }
}
