package ronda.proof.bundle;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import ronda.casework.chain.Body;
import ronda.casework.chain.ChainFile;
import ronda.casework.chain.Hash;
import ronda.casework.chain.Link;

/**
 * Somebody who unpacks a bundle, changes something, and packs it again just as the writer would.
 */
final class Forgery {
  private final Map<String, byte[]> entries = new LinkedHashMap<>();

  private Forgery() {}

  static Forgery of(Path bundle) throws IOException {
    var forgery = new Forgery();
    try (var zip = new ZipFile(bundle.toFile())) {
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        try (InputStream content = zip.getInputStream(entry)) {
          forgery.entries.put(entry.getName(), content.readAllBytes());
        }
      }
    }
    return forgery;
  }

  String text(String name) {
    return new String(entries.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
  }

  Forgery with(String name, String text) {
    entries.put(name, text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  Forgery without(String name) {
    entries.remove(name);
    return this;
  }

  /** The same entry, after all others. */
  Forgery last(String name) {
    byte[] content = entries.remove(name);
    entries.put(name, content);
    return this;
  }

  List<Link> chain(String name) {
    return text(name).lines().flatMap(line -> ChainFile.read(line).stream()).toList();
  }

  /** These entries as a chain that holds together: numbers and hashes anew. */
  static List<Link> anew(List<Link> links) {
    List<Link> chain = new ArrayList<>();
    for (Link link : links) {
      var entry = new Link.Entry(link.at(), link.actor(), link.act(), link.subject(), link.body());
      chain.add(chain.isEmpty() ? Link.first(entry) : chain.getLast().then(entry));
    }
    return chain;
  }

  Forgery withChain(String name, List<Link> chain) {
    return with(name, Chains.text(chain));
  }

  /** Lets the manifest say what the entries are now, and the seal what the manifest is now. */
  Forgery sealedAnew() {
    var manifest = Json.object();
    manifest.put("format", Bundle.FORMAT);
    var listed = manifest.putArray("entries");
    entries.forEach(
        (name, bytes) -> {
          if (!name.startsWith("stamps/")
              && !name.equals("manifest.json")
              && !name.equals("seal.jsonl")) {
            var hash = Hash.of(bytes).hex();
            listed.addObject().put("name", name).put("size", bytes.length).put("sha256", hash);
          }
        });
    var steps = manifest.putArray("steps");
    chain("chain.jsonl").forEach(link -> steps.add(link.hash().hex()));
    var touches = manifest.putArray("touches");
    chain("custody.jsonl").forEach(link -> touches.add(link.hash().hex()));
    byte[] bytes = Json.bytes(manifest);
    entries.put("manifest.json", bytes);
    List<Link> seal = new ArrayList<>(chain("seal.jsonl"));
    Link first = seal.getFirst();
    String body = Body.of(Map.of("format", Bundle.FORMAT, "manifest", Hash.of(bytes).hex()));
    seal.set(
        0,
        Link.first(new Link.Entry(first.at(), first.actor(), first.act(), first.subject(), body)));
    return withChain("seal.jsonl", anew(seal));
  }

  /** As {@link #sealedAnew}, and without the time stamp, which cannot be forged. */
  Forgery sealedAnewWithoutStamp() {
    without("stamps/manifest.tsr").without("stamps/manifest.pem").sealedAnew();
    List<Link> seal = new ArrayList<>(chain("seal.jsonl"));
    Link second = seal.getLast();
    var entry =
        new Link.Entry(
            second.at(), "x", "not-stamped", second.subject(), Body.of(Map.of("reason", "x")));
    seal.set(1, seal.getFirst().then(entry));
    return withChain("seal.jsonl", seal);
  }

  Path write(Path path) throws IOException {
    Files.deleteIfExists(path);
    try (PlainZipWriter zip = PlainZipWriter.create(path)) {
      for (var entry : entries.entrySet()) {
        zip.add(entry.getKey(), new ByteArrayInputStream(entry.getValue()));
      }
      zip.finish();
    }
    return path;
  }
}
