package ronda.letters.mail;

import java.util.Locale;
import java.util.Optional;

/**
 * Why the other side could not be asked, in our own words (sebab), and not in those of the other
 * side. It stands among the {@link Handover#words} as a code with what it is about, so that a page
 * can say it in the reader's language.
 */
public enum OurWords {
  NO_SERVER,
  NOT_LET_IN,
  NOBODY_ANSWERS,
  /** The connection broke, or never was; a library's words follow. */
  BROKEN,
  ENDING,
  NO_ADDRESS,
  SENDS_ELSEWHERE,
  /** It waited when a backup was made, and that backup was restored. */
  RESTORED;

  private static final String MARK = "ronda:";

  private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** The stable code, such as {@code nobody-answers}. */
  public String code() {
    return code;
  }

  /** As it stands among the words. */
  public String about(String what) {
    return (MARK + code + " " + what).strip();
  }

  /** Our words, and what they are about. */
  public record Said(OurWords words, String about) {}

  /** What was written so; empty where these are the other side's words. */
  public static Optional<Said> read(String words) {
    for (OurWords one : values()) {
      String begins = MARK + one.code;
      if (words.equals(begins) || words.startsWith(begins + " ")) {
        return Optional.of(new Said(one, words.substring(begins.length()).strip()));
      }
    }
    return Optional.empty();
  }
}
