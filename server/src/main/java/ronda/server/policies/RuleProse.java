package ronda.server.policies;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import ronda.identify.decide.Policy;

/**
 * The page of prose that comes with a policy, {@code docs/rules/<name>.md}, in Indonesian {@code
 * docs/rules/id/<name>.md}: what it catches, what it misses, whom a mistake hurts. Of Markdown only
 * paragraphs, {@code **strong**} and {@code `code`} are read; the rest is shown as it is written.
 */
@Component
public final class RuleProse {
  private static final int LONGEST = 64 * 1024;

  private final Path folder;

  RuleProse(@Value("${ronda.root:.}") Path root) {
    this.folder = root.resolve("docs/rules");
  }

  /** A stretch of a paragraph. */
  public record Run(String text, Style style) {}

  /** How a stretch is shown. */
  public enum Style {
    PLAIN,
    STRONG,
    CODE
  }

  /** The paragraphs about this policy, for a reader of this language; none if it has no page. */
  public List<List<Run>> of(String policy, Locale reader) {
    if (!Policy.isName(policy)) {
      return List.of();
    }
    Path own = folder.resolve(reader.getLanguage()).resolve(policy + ".md");
    Path page = Files.isRegularFile(own) ? own : folder.resolve(policy + ".md");
    if (!Files.isRegularFile(page)) {
      return List.of();
    }
    try {
      String text = Files.readString(page);
      return paragraphs(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<List<Run>> paragraphs(String markdown) {
    List<List<Run>> paragraphs = new ArrayList<>();
    StringBuilder paragraph = new StringBuilder();
    for (String line : (markdown + "\n\n").split("\n", -1)) {
      if (!line.isBlank() && !line.startsWith("#")) {
        paragraph.append(paragraph.isEmpty() ? "" : " ").append(line.strip());
      } else if (!paragraph.isEmpty()) {
        paragraphs.add(runs(paragraph.toString()));
        paragraph.setLength(0);
      }
    }
    return paragraphs;
  }

  private static List<Run> runs(String text) {
    List<Run> runs = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      Style style =
          text.startsWith("**", at)
              ? Style.STRONG
              : text.charAt(at) == '`' ? Style.CODE : Style.PLAIN;
      String mark = style == Style.STRONG ? "**" : "`";
      int end = style == Style.PLAIN ? -1 : text.indexOf(mark, at + mark.length());
      if (end > 0) {
        runs.add(new Run(text.substring(at + mark.length(), end), style));
        at = end + mark.length();
      } else {
        int next = nextMark(text, at + 1);
        runs.add(new Run(text.substring(at, next), Style.PLAIN));
        at = next;
      }
    }
    return runs;
  }

  private static int nextMark(String text, int from) {
    int strong = text.indexOf("**", from);
    int code = text.indexOf('`', from);
    int next = Math.min(strong < 0 ? text.length() : strong, code < 0 ? text.length() : code);
    return next;
  }
}
