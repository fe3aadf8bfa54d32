package ronda.casework.policy;

import java.util.Optional;
import ronda.casework.chain.Hash;

/** A policy's text that was read and found sound, before it has a version (rancangan). */
public interface Draft {
  String name();

  /** The hash of what decides which posts it finds. */
  Hash substance();

  int dailyLimit();

  /** The mode that its own text names. */
  Mode mode();

  /** The text, naming this version and mode; empty if the policy may not be in this mode. */
  Optional<String> textAs(int version, Mode mode);

  /** Whether a version says the same, apart from its number, mode and daily limit. */
  boolean saysTheSame(PolicyVersion version);
}
