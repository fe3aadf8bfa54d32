package ronda.sources.files;

import java.nio.charset.StandardCharsets;
import java.util.List;
import ronda.identify.post.Post;

/** One post a line; its number is its id. Blank lines are no posts. */
record TextDoor(String idPrefix) implements Door {
  @Override
  public void read(Chunk.Whole chunk, Rows rows) {
    Lines lines = new Lines(chunk);
    while (lines.next()) {
      if (lines.isBlank()) {
        continue;
      }
      try {
        rows.read(row(lines));
      } catch (Unreadable unreadable) {
        rows.refused(lines.refusal(unreadable.why()));
      }
    }
  }

  private Row row(Lines lines) throws Unreadable {
    lines.checkText();
    String text =
        new String(lines.bytes(), lines.from(), lines.to() - lines.from(), StandardCharsets.UTF_8);
    Text.checkLength(text);
    return new Row(lines.line(), Post.of(idPrefix + lines.line(), text), List.of(), false, "", "");
  }
}
