package ronda.tool.command;

import java.util.Set;
import ronda.identify.classify.Example;
import ronda.tool.door.Row;

/** A row to learn from, and where it was collected. */
record Lesson(Example example, String source) {
  static Lesson of(Row row, Seen.Eyes eyes) {
    Seen seen = eyes.look(row.post().text());
    Set<String> labels = Set.copyOf(row.labels());
    return new Lesson(Example.of(seen.text(), seen.terms(), seen.entities(), labels), row.source());
  }
}
