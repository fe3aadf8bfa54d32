package ronda.proof.bundle;

import java.time.Instant;
import java.util.List;
import ronda.casework.chain.Hash;

/**
 * The last hashes of all chains of an office at one moment (jangkar): kept elsewhere, it shows
 * later whether a chain was cut off or written anew.
 *
 * @param office the office's id, as it stands in every anchor of it
 */
public record Anchor(String office, String name, Instant at, List<Head> heads) {
  /** The format's name, in the manifest and in the seal. */
  public static final String FORMAT = "ronda-anchor/1";

  public Anchor {
    heads = List.copyOf(heads);
  }

  /**
   * How far one chain had come.
   *
   * @param chain {@code audit}, {@code case:2026-000123} or {@code custody:2026-000123}
   */
  public record Head(String chain, long entries, Hash head) {}
}
