package ronda.casework.policy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import ronda.casework.chain.Hash;

/**
 * One version of a policy (versi kebijakan). Versions are added and never changed: what was in
 * force on a day can be read years later.
 *
 * @param number counts up from 1 within the policy's name
 * @param text the whole policy as it was written; it names this version, mode and limit itself
 * @param dailyLimit how many findings a day it may raise before the rest is only marked
 * @param substance the hash of what decides which posts it finds
 * @param by who made it, as it shall be read in ten years
 * @param why the reason that was given, never blank
 */
public record PolicyVersion(
    String name,
    int number,
    String text,
    Mode mode,
    int dailyLimit,
    Hash substance,
    String by,
    Instant at,
    String why) {
  /** How long a reason may be, in characters. */
  public static final int LONGEST_REASON = 2_000;

  public PolicyVersion {
    if (number < 1) {
      throw new IllegalArgumentException("a version counts from 1, was " + number);
    }
    if (dailyLimit < 1) {
      throw new IllegalArgumentException("a daily limit is at least 1, was " + dailyLimit);
    }
    if (by.isBlank() || why.isBlank() || why.length() > LONGEST_REASON) {
      throw new IllegalArgumentException(
          "a version says who made it, and why in at most " + LONGEST_REASON + " characters");
    }
    at = at.truncatedTo(ChronoUnit.MICROS);
  }

  /** Name and version, such as {@code gambling-promotion@3}: what a finding names. */
  public String id() {
    return name + "@" + number;
  }
}
