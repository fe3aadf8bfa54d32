package ronda.identify.post;

import java.util.Locale;

/**
 * How a post stands to the harm it speaks of (sikap): it promotes it, it mentions it (a complaint,
 * a warning, news, counter-speech, a victim), or neither.
 */
public enum Stance {
  PROMOTES,
  MENTIONS,
  NONE;

  /** The stable code, such as {@code promotes}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
