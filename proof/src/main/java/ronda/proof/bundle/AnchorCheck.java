package ronda.proof.bundle;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ronda.casework.chain.Hash;
import ronda.casework.chain.Link;
import tools.jackson.databind.JsonNode;

/**
 * Holds a bundle against an anchor that was kept elsewhere: whether the history and the custody in
 * the bundle are those that were there when the anchor was written. A bundle by itself can be
 * written anew from its first step by whoever holds the desk; what was anchored cannot.
 */
public final class AnchorCheck {
  private AnchorCheck() {}

  /** What came of it. */
  public sealed interface Answer {
    /**
     * The bundle continues what was anchored.
     *
     * @param at when the anchor was written, by its own word
     * @param covers how much of each chain it vouches for
     */
    record Holds(Instant at, List<Cover> covers) implements Answer {
      public Holds {
        covers = List.copyOf(covers);
      }
    }

    /** A chain in the bundle is not the one that was anchored. */
    record Broken(List<Fault> faults) implements Answer {
      public Broken {
        faults = List.copyOf(faults);
      }
    }

    /** One says nothing about the other: another office's, or of another time. */
    record Silent(String reason) implements Answer {}
  }

  /**
   * How far an anchor vouches for a chain.
   *
   * @param covered the steps that were there when it was written
   * @param entries the steps in the bundle
   */
  public record Cover(String chain, long covered, long entries) {}

  /**
   * Compares the two, each of which {@link Archives#verify} has found intact.
   *
   * @throws IOException if one of them cannot be read any more
   */
  public static Answer compare(Path bundle, Path anchor) throws IOException {
    try (FileChannel one = FileChannel.open(bundle, StandardOpenOption.READ);
        FileChannel other = FileChannel.open(anchor, StandardOpenOption.READ)) {
      Opened told = Opened.of(one, PlainZipReader.read(one));
      Opened kept = Opened.of(other, PlainZipReader.read(other));
      Optional<JsonNode> about = told.bytes(Bundles.CASE).flatMap(Json::read);
      Optional<JsonNode> heads = kept.bytes(Anchors.HEADS).flatMap(Json::read);
      if (about.isEmpty() || heads.isEmpty()) {
        return new Answer.Silent("one is no bundle, or the other no anchor");
      }
      return compare(told, about.get(), heads.get());
    }
  }

  private static Answer compare(Opened told, JsonNode about, JsonNode anchor) throws IOException {
    String office = Json.text(anchor, "name");
    if (!office.equals(Json.text(about, "office"))) {
      return new Answer.Silent(
          "the anchor is of another office (%s) than the bundle (%s)"
              .formatted(office, Json.text(about, "office")));
    }
    Optional<Instant> at = instant(Json.text(anchor, "at"));
    Optional<Instant> made = instant(Json.text(about, "madeAt"));
    if (at.isEmpty() || made.isEmpty()) {
      return new Answer.Silent("one of them does not say when it was made");
    }
    Map<String, Anchor.Head> heads = heads(anchor);
    String number = Json.text(about, "case");
    if (!heads.containsKey("case:" + number)) {
      return new Answer.Silent(
          "the anchor of %s knows no case %s: take one that was written after the case began"
              .formatted(at.get(), number));
    }
    return held(told, number, heads, at.get(), made.get());
  }

  private static Answer held(
      Opened told, String number, Map<String, Anchor.Head> heads, Instant at, Instant made)
      throws IOException {
    List<Fault> faults = new ArrayList<>();
    List<Cover> covers = new ArrayList<>();
    Map<String, String> chains = new LinkedHashMap<>();
    chains.put("case:" + number, Bundles.CHAIN);
    chains.put("custody:" + number, Bundles.CUSTODY);
    for (Map.Entry<String, String> chain : chains.entrySet()) {
      Anchor.Head head =
          heads.getOrDefault(chain.getKey(), new Anchor.Head(chain.getKey(), 0, Hash.NONE));
      List<Link> links = ChainCheck.check(chain.getValue(), Optional.empty(), told);
      if (links.size() < head.entries() && !made.isAfter(at)) {
        return new Answer.Silent(
            "the bundle (%s) is older than the anchor (%s), which knows later steps: take an anchor that was written before the bundle"
                .formatted(made, at));
      }
      fault(chain.getValue(), head, links, at).ifPresent(faults::add);
      covers.add(new Cover(chain.getKey(), head.entries(), links.size()));
    }
    return faults.isEmpty() ? new Answer.Holds(at, covers) : new Answer.Broken(faults);
  }

  private static Optional<Fault> fault(
      String entry, Anchor.Head head, List<Link> links, Instant at) {
    if (head.entries() == 0) {
      return Optional.empty();
    }
    if (links.size() < head.entries()) {
      return Optional.of(
          Fault.of(
              entry,
              links.size() + 1L,
              "the anchor of %s knows %,d steps, here are %,d: the end was cut off"
                  .formatted(at, head.entries(), links.size())));
    }
    Hash found = links.get((int) head.entries() - 1).hash();
    return found.equals(head.head())
        ? Optional.empty()
        : Optional.of(
            Fault.of(
                entry,
                head.entries(),
                "its hash is %s, the anchor of %s says %s: this step or one before it was written anew"
                    .formatted(found, at, head.head())));
  }

  private static Map<String, Anchor.Head> heads(JsonNode anchor) {
    Map<String, Anchor.Head> heads = new LinkedHashMap<>();
    for (JsonNode one : anchor.path("heads")) {
      String chain = Json.text(one, "chain");
      try {
        Hash head = new Hash(Json.text(one, "head"));
        heads.put(chain, new Anchor.Head(chain, one.path("entries").asLong(0), head));
      } catch (IllegalArgumentException noHash) {
        // Then the anchor does not speak of this chain; that it was not changed is known.
        heads.remove(chain);
      }
    }
    return heads;
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeParseException none) {
      return Optional.empty();
    }
  }
}
