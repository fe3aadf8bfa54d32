package ronda.tool.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The sentences of {@code verify} in the reader's language. What checks says in English why a file
 * is not what it was, for people and for programs; here it is told in Indonesian, and times as the
 * office's clock shows them.
 */
final class Sentences {
  private static final String HOLE = "{}";

  private static final Pattern THOUSANDS = Pattern.compile("[0-9]{1,3}(,[0-9]{3})+");

  private final Map<Pattern, String> told;
  private final DateTimeFormatter clock;

  private Sentences(Map<Pattern, String> told, DateTimeFormatter clock) {
    this.told = told;
    this.clock = clock;
  }

  /**
   * The sentences of a language.
   *
   * @param language {@code id} or {@code en}
   */
  static Sentences in(String language, ZoneId zone) {
    DateTimeFormatter clock =
        DateTimeFormatter.ofPattern(
                language.equals("id") ? "d MMM yyyy HH.mm.ss z" : "d MMM yyyy HH:mm:ss z",
                Locale.of(language))
            .withZone(zone);
    return new Sentences(language.equals("en") ? Map.of() : read(language), clock);
  }

  private static Map<Pattern, String> read(String language) {
    String file = "sentences_" + language + ".txt";
    try (InputStream in = Sentences.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalArgumentException("there are no sentences for " + language);
      }
      var told = new LinkedHashMap<Pattern, String>();
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\\|", 2))
          .forEach(pair -> told.put(pattern(pair[0]), pair[1]));
      return told;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Pattern pattern(String english) {
    return Pattern.compile(
        Stream.of(english.split(Pattern.quote(HOLE), -1))
            .map(Pattern::quote)
            .collect(Collectors.joining("(.*?)")),
        Pattern.DOTALL);
  }

  /** This sentence; as it is where nobody has put it into that language. */
  String of(String english) {
    return told.entrySet().stream()
        .flatMap(
            pair -> {
              Matcher said = pair.getKey().matcher(english);
              return said.matches() ? Stream.of(filled(pair.getValue(), said)) : Stream.of();
            })
        .findFirst()
        .orElse(english);
  }

  /** What stood in the holes may be a sentence itself, a time, or a number with its thousands. */
  private String filled(String sentence, Matcher said) {
    StringBuilder text = new StringBuilder();
    int from = 0;
    for (int hole = 1; hole <= said.groupCount(); hole++) {
      int at = sentence.indexOf(HOLE, from);
      text.append(sentence, from, at).append(shown(said.group(hole)));
      from = at + HOLE.length();
    }
    return text.append(sentence.substring(from)).toString();
  }

  private String shown(String hole) {
    return THOUSANDS.matcher(hole).matches() ? hole.replace(',', '.') : of(time(hole));
  }

  /** A moment as records write it, as the clock shows it; what is none stays as it is. */
  String time(String moment) {
    try {
      return clock.format(Instant.parse(moment)) + " (" + moment + ")";
    } catch (DateTimeException none) {
      return moment;
    }
  }
}
