package ronda.proof.bundle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import ronda.casework.chain.Hash;
import ronda.casework.chain.Link;
import ronda.proof.stamp.Stamp;
import ronda.proof.stamp.StampCheck;
import tools.jackson.databind.JsonNode;

/** Checks what bundles and anchors have in common: manifest, time stamp, seal. */
final class EnvelopeCheck {
  private final Opened opened;
  private Optional<JsonNode> manifest = Optional.empty();
  private List<Link> seal = List.of();
  private Optional<Stamp> stamp = Optional.empty();

  private EnvelopeCheck(Opened opened) {
    this.opened = opened;
  }

  static EnvelopeCheck check(Opened opened) throws IOException {
    var check = new EnvelopeCheck(opened);
    check.checkSeal();
    check.checkManifest();
    check.checkOrder();
    check.checkStamp();
    return check;
  }

  private void checkSeal() throws IOException {
    seal = ChainCheck.check(Envelope.SEAL, Optional.empty(), opened);
    if (seal.size() != 2
        || !seal.getFirst().act().equals("sealed")
        || !List.of("stamped", "not-stamped").contains(seal.getLast().act())
        || !seal.getFirst().subject().equals(seal.getLast().subject())) {
      fault(Envelope.SEAL, "it is not the two lines that a seal has");
      seal = List.of();
      return;
    }
    expect(Envelope.MANIFEST, "manifest", seal.getFirst());
  }

  /** Compares an entry with the hash that a line of the seal says. */
  private void expect(String entry, String word, Link line) {
    String said = words(line).getOrDefault(word, "");
    String found = opened.hash(entry).map(Hash::hex).orElse("(not there)");
    if (!said.equals(found)) {
      opened.fault(
          Fault.at(
              entry, opened.place(entry), "its SHA-256 is " + found + ", the seal says " + said));
    }
  }

  private void checkManifest() throws IOException {
    manifest = opened.bytes(Envelope.MANIFEST).flatMap(Json::read);
    if (manifest.isEmpty()) {
      fault(Envelope.MANIFEST, "it is not to be read");
      return;
    }
    Map<String, JsonNode> listed = listed(manifest.get());
    listed.forEach(this::compare);
    opened.names().stream()
        .filter(name -> !isEnvelope(name) && !listed.containsKey(name))
        .forEach(
            name ->
                opened.fault(
                    Fault.at(
                        name, opened.place(name), "the manifest does not list it: it was added")));
    List<String> inOrder = opened.names().stream().filter(name -> !isEnvelope(name)).toList();
    List<String> said = listed.keySet().stream().filter(opened::has).toList();
    for (int i = 0; i < Math.min(inOrder.size(), said.size()); i++) {
      if (inOrder.size() == said.size() && !inOrder.get(i).equals(said.get(i))) {
        String name = inOrder.get(i);
        opened.fault(
            Fault.at(name, opened.place(name), "it stands where " + said.get(i) + " should"));
      }
    }
  }

  private Map<String, JsonNode> listed(JsonNode manifest) {
    Map<String, JsonNode> listed = new LinkedHashMap<>();
    JsonNode entries = manifest.path("entries");
    entries.forEach(entry -> listed.put(Json.text(entry, "name"), entry));
    if (!entries.isArray() || listed.size() != entries.size()) {
      fault(Envelope.MANIFEST, "its list of entries is not as written");
    }
    return listed;
  }

  private void compare(String name, JsonNode entry) {
    if (!opened.has(name)) {
      opened.fault(Fault.in(name, "the manifest lists it, and it is not there: it was removed"));
      return;
    }
    String found = opened.hash(name).map(Hash::hex).orElse("");
    if (!Json.text(entry, "sha256").equals(found)
        || entry.path("size").asLong(-1) != opened.size(name)) {
      opened.fault(
          Fault.at(
              name,
              opened.place(name),
              "its %,d bytes have SHA-256 %s, the manifest says %s bytes and %s"
                  .formatted(
                      opened.size(name),
                      found,
                      entry.path("size").asLong(-1),
                      Json.text(entry, "sha256"))));
    }
  }

  private static boolean isEnvelope(String name) {
    return switch (name) {
      case Envelope.MANIFEST, Envelope.STAMP, Envelope.CERTIFICATES, Envelope.SEAL -> true;
      default -> false;
    };
  }

  private void checkOrder() {
    List<String> expected = new ArrayList<>(List.of(Envelope.MANIFEST));
    if (!seal.isEmpty() && seal.getLast().act().equals("stamped")) {
      expected.addAll(List.of(Envelope.STAMP, Envelope.CERTIFICATES));
    }
    expected.add(Envelope.SEAL);
    List<String> names = opened.names();
    int from = Math.max(0, names.size() - expected.size());
    if (!seal.isEmpty() && !names.subList(from, names.size()).equals(expected)) {
      fault(Envelope.SEAL, "the file does not end with " + String.join(", ", expected));
    }
  }

  private void checkStamp() throws IOException {
    if (seal.isEmpty() || !seal.getLast().act().equals("stamped")) {
      return;
    }
    Link line = seal.getLast();
    expect(Envelope.STAMP, "stamp", line);
    expect(Envelope.CERTIFICATES, "certificates", line);
    Optional<byte[]> response = opened.bytes(Envelope.STAMP);
    Optional<Hash> hash = opened.hash(Envelope.MANIFEST);
    // A signature says nothing more of a file that is known to be altered.
    if (response.isEmpty() || hash.isEmpty() || !opened.isFine()) {
      return;
    }
    try {
      Stamp read = StampCheck.read(response.get(), hash.get());
      boolean same =
          read.at().equals(line.at())
              && read.authority().equals(line.actor())
              && (read.independent() ? "yes" : "no").equals(words(line).get("independent"));
      if (!same) {
        fault(Envelope.STAMP, "the seal says another time, authority or standing than the stamp");
      }
      stamp = Optional.of(read);
    } catch (StampCheck.Refused refused) {
      opened.fault(
          Fault.at(
              Envelope.STAMP,
              opened.place(Envelope.STAMP),
              "the time stamp does not hold: " + refused.reason()));
    }
  }

  private void fault(String entry, String what) {
    opened.fault(Fault.at(entry, opened.place(entry), what));
  }

  /** The hashes of a list of the manifest; empty where it cannot be read. */
  Optional<List<Hash>> list(String name) {
    return manifest
        .map(found -> found.path(name))
        .filter(JsonNode::isArray)
        .flatMap(EnvelopeCheck::hashes);
  }

  private static Optional<List<Hash>> hashes(JsonNode list) {
    try {
      List<Hash> hashes = new ArrayList<>();
      list.forEach(one -> hashes.add(new Hash(one.asString(""))));
      return Optional.of(hashes);
    } catch (IllegalArgumentException noHash) {
      return Optional.empty();
    }
  }

  /** The format that manifest and seal agree on; "" where they do not. */
  String format() {
    String said = manifest.map(found -> Json.text(found, "format")).orElse("");
    return !seal.isEmpty() && said.equals(words(seal.getFirst()).get("format")) ? said : "";
  }

  /** What the seal says it is about; "" where there is no seal. */
  String subject() {
    return seal.isEmpty() ? "" : seal.getFirst().subject();
  }

  Verdict.Facts facts(List<Verdict.Count> counts, Hash whole) {
    Link first = seal.getFirst();
    return new Verdict.Facts(
        format(), subject(), first.actor(), first.at().toString(), counts, whole, stamp);
  }

  /** The words in a link's body. */
  static Map<String, String> words(Link link) {
    Map<String, String> words = new TreeMap<>();
    Json.read(link.body().getBytes(StandardCharsets.UTF_8))
        .ifPresent(
            body ->
                body.properties()
                    .forEach(word -> words.put(word.getKey(), word.getValue().asString(""))));
    return words;
  }
}
