package ronda.casework.modus;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import ronda.identify.post.Category;

/**
 * A way of working that was seen more than once (modus): how it goes, by what it shows, what people
 * can do. It describes acts, never a person.
 *
 * @param versions never empty, the first one first; a change adds one and takes none away
 */
public record Modus(UUID id, List<Version> versions) {
  public Modus {
    versions = List.copyOf(versions);
    if (versions.isEmpty()) {
      throw new IllegalArgumentException("modus " + id + " says nothing");
    }
    for (int i = 0; i < versions.size(); i++) {
      if (versions.get(i).number() != i + 1) {
        throw new IllegalArgumentException("modus " + id + " lacks its version " + (i + 1));
      }
    }
  }

  /** What holds now. */
  public Version latest() {
    return versions.getLast();
  }

  public String title() {
    return latest().text().title();
  }

  public Category category() {
    return latest().text().category();
  }

  /** The same with one more version. */
  public Modus after(Text text, boolean verified, String why, String by, Instant at) {
    List<Version> more = new ArrayList<>(versions);
    more.add(new Version(versions.size() + 1, text, verified, why, by, at));
    return new Modus(id, more);
  }

  /** A new one, with its first version. */
  public static Modus begun(
      UUID id, Text text, boolean verified, String why, String by, Instant at) {
    return new Modus(id, List.of(new Version(1, text, verified, why, by, at)));
  }

  /**
   * One state of the text.
   *
   * @param number counts up from 1
   * @param verified whether somebody who knows has checked it (perlu verifikasi where not)
   * @param why what made it necessary
   * @param by who wrote it, as it shall be read in ten years
   */
  public record Version(
      int number, Text text, boolean verified, String why, String by, Instant at) {
    /** How long the reason for a change may be, in characters. */
    public static final int LONGEST_WHY = 500;

    public Version {
      if (why.isBlank() || by.isBlank() || why.length() > LONGEST_WHY) {
        throw new IllegalArgumentException("a version says who wrote it and, in short, why");
      }
    }
  }

  /**
   * What a modus says.
   *
   * @param pattern how it goes, step by step
   * @param signals by what it can be recognised
   * @param advice what the public can do
   */
  public record Text(
      String title, Category category, String pattern, List<String> signals, String advice) {
    public static final int LONGEST_TITLE = 160;

    /** How long pattern and advice may be, in characters. */
    public static final int LONGEST_TEXT = 4_000;

    public static final int MOST_SIGNALS = 20;
    public static final int LONGEST_SIGNAL = 300;

    public Text {
      title = title.strip();
      pattern = pattern.strip();
      advice = advice.strip();
      signals = signals.stream().map(String::strip).filter(one -> !one.isEmpty()).toList();
      if (whatIsWrong(title, pattern, signals, advice) instanceof Flaw flaw && flaw != Flaw.NONE) {
        throw new IllegalArgumentException("a modus with a flaw: " + flaw);
      }
    }

    /** What keeps these words from being a modus; {@link Flaw#NONE} if nothing does. */
    public static Flaw whatIsWrong(
        String title, String pattern, List<String> signals, String advice) {
      if (title.isBlank() || pattern.isBlank() || advice.isBlank()) {
        return Flaw.BLANK;
      }
      if (signals.stream().allMatch(String::isBlank)) {
        return Flaw.NO_SIGNAL;
      }
      boolean tooLong =
          title.length() > LONGEST_TITLE
              || pattern.length() > LONGEST_TEXT
              || advice.length() > LONGEST_TEXT
              || signals.size() > MOST_SIGNALS
              || signals.stream().anyMatch(one -> one.length() > LONGEST_SIGNAL);
      return tooLong ? Flaw.TOO_LONG : Flaw.NONE;
    }
  }

  /** Why words are no modus. */
  public enum Flaw {
    NONE,
    /** Title, pattern or advice is missing. */
    BLANK,
    /** Nothing says how to recognise it. */
    NO_SIGNAL,
    TOO_LONG
  }
}
