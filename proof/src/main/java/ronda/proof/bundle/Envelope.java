package ronda.proof.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import ronda.casework.chain.Body;
import ronda.casework.chain.Hash;
import ronda.casework.chain.Link;
import ronda.proof.stamp.Stamp;
import ronda.proof.stamp.Stamps;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a bundle and an anchor have in common (amplop): a {@link PlainZip} whose manifest lists
 * every entry, a time stamp of the manifest, and a seal that covers both.
 */
final class Envelope {
  static final String MANIFEST = "manifest.json";
  static final String STAMP = "stamps/manifest.tsr";
  static final String CERTIFICATES = "stamps/manifest.pem";
  static final String SEAL = "seal.jsonl";

  private Envelope() {}

  /** An entry that is to be written. */
  record Page(String name, Content content) {}

  /**
   * Who seals it, when, and what about.
   *
   * @param lists hashes by name that the manifest is to hold besides, such as those of all steps
   */
  record Sealing(
      String format, String subject, String by, Instant at, Map<String, List<Hash>> lists) {}

  /**
   * Writes the file whole or not at all: it bears its name only once it lies on the disk.
   *
   * @return the hash of the whole file
   */
  static Hash write(Path path, List<Page> pages, Sealing sealing, Stamps stamps)
      throws IOException {
    Path half = path.resolveSibling("." + path.getFileName() + "." + UUID.randomUUID() + ".part");
    try {
      try (PlainZipWriter zip = PlainZipWriter.create(half)) {
        fill(zip, pages, sealing, stamps);
        zip.finish();
      }
      Hash hash = hashOf(half);
      Files.move(half, path, StandardCopyOption.ATOMIC_MOVE);
      return hash;
    } finally {
      Files.deleteIfExists(half);
    }
  }

  /** The same in memory: nothing of it lies on a disk at any time. */
  static byte[] bytes(List<Page> pages, Sealing sealing, Stamps stamps) throws IOException {
    var memory = new MemoryChannel();
    try (PlainZipWriter zip = new PlainZipWriter(memory)) {
      fill(zip, pages, sealing, stamps);
      zip.finish();
    }
    return memory.bytes();
  }

  private static void fill(PlainZipWriter zip, List<Page> pages, Sealing sealing, Stamps stamps)
      throws IOException {
    ObjectNode manifest = Json.object();
    manifest.put("format", sealing.format);
    ArrayNode entries = manifest.putArray("entries");
    for (Page page : pages) {
      try (InputStream content = page.content.open()) {
        PlainZipWriter.Written written = zip.add(page.name, content);
        entries
            .addObject()
            .put("name", page.name)
            .put("size", written.size())
            .put("sha256", written.sha256().hex());
      }
    }
    new TreeMap<>(sealing.lists)
        .forEach(
            (name, hashes) -> {
              ArrayNode list = manifest.putArray(name);
              hashes.forEach(hash -> list.add(hash.hex()));
            });
    byte[] bytes = Json.bytes(manifest);
    add(zip, MANIFEST, bytes);
    var words = new TreeMap<>(Map.of("format", sealing.format));
    words.put("manifest", Hash.of(bytes).hex());
    Link first = Link.first(entry(sealing.at, sealing.by, "sealed", sealing.subject, words));
    Link second = first.then(stamped(zip, stamps.stamp(Hash.of(bytes)), sealing));
    add(zip, SEAL, Chains.text(List.of(first, second)).getBytes(StandardCharsets.UTF_8));
  }

  private static Link.Entry stamped(PlainZipWriter zip, Stamps.Answer answer, Sealing sealing)
      throws IOException {
    return switch (answer) {
      case Stamps.Answer.Stamped stamped -> {
        Stamp stamp = stamped.stamp();
        byte[] certificates = stamp.certificates().getBytes(StandardCharsets.UTF_8);
        add(zip, STAMP, stamp.response());
        add(zip, CERTIFICATES, certificates);
        var words =
            Map.of(
                "stamp", Hash.of(stamp.response()).hex(),
                "certificates", Hash.of(certificates).hex(),
                "independent", stamp.independent() ? "yes" : "no");
        yield entry(stamp.at(), stamp.authority(), "stamped", sealing.subject, words);
      }
      case Stamps.Answer.Refused refused ->
          entry(
              sealing.at,
              sealing.by,
              "not-stamped",
              sealing.subject,
              Map.of("reason", refused.reason()));
    };
  }

  private static Link.Entry entry(
      Instant at, String by, String act, String subject, Map<String, String> words) {
    return new Link.Entry(at, by, act, subject, Body.of(words));
  }

  private static void add(PlainZipWriter zip, String name, byte[] bytes) throws IOException {
    try (InputStream content = Content.of(bytes).open()) {
      zip.add(name, content);
    }
  }

  /** The hash of a file, which may be larger than memory. */
  static Hash hashOf(Path path) throws IOException {
    var hashing = new Hashing();
    try (InputStream bytes = Files.newInputStream(path)) {
      byte[] some = new byte[1 << 16];
      for (int n = bytes.read(some); n >= 0; n = bytes.read(some)) {
        hashing.add(some, n);
      }
    }
    return hashing.hash();
  }

  /** The stamp of an item, where there is one. */
  static Optional<Page> stampOf(String name, Optional<byte[]> response) {
    return response.map(bytes -> new Page(name, Content.of(bytes)));
  }
}
