package ronda.tool.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import ronda.identify.decide.Severity;
import ronda.identify.post.Category;
import ronda.identify.post.Stance;

/** The words that people read, from one file a language. */
public final class Wording {
  private final Properties words = new Properties();
  private final Locale locale;

  private Wording(String language) {
    locale = Locale.of(language);
    String file = "wording_" + language + ".properties";
    try (InputStream in = Wording.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalArgumentException("there is no wording for the language " + language);
      }
      words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The words of a language.
   *
   * @param language {@code id} or {@code en}
   */
  public static Wording in(String language) {
    return new Wording(language);
  }

  /** The words for a key of the file. */
  public String of(String key, Object... values) {
    String found = words.getProperty(key);
    if (found == null) {
      throw new IllegalArgumentException("there are no words for " + key);
    }
    return values.length == 0 ? found : String.format(locale, found, values);
  }

  String category(Category category) {
    return of("category." + category.code());
  }

  String stance(Stance stance) {
    return of("stance." + stance.code());
  }

  String severity(Severity severity) {
    return of("severity." + severity.name().toLowerCase(Locale.ROOT));
  }

  String signal(String kind) {
    return of("signal." + kind);
  }

  /** A number as the language writes it: 0,98 in Indonesian. */
  String number(String format, double value) {
    return String.format(locale, format, value);
  }
}
