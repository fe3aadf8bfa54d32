package ronda.proof.bundle;

import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ronda.casework.chain.Hash;
import ronda.casework.chain.Link;
import ronda.proof.stamp.StampCheck;
import tools.jackson.databind.JsonNode;

/** Checks what is a bundle's own: that history, custody, list and items tell the same. */
final class BundleCheck {
  private final Opened opened;
  private final EnvelopeCheck envelope;

  /** The items' hashes by their ids, as the list says. */
  private final Map<String, String> items = new LinkedHashMap<>();

  private int withheld;

  private BundleCheck(Opened opened, EnvelopeCheck envelope) {
    this.opened = opened;
    this.envelope = envelope;
  }

  static List<Verdict.Count> check(Opened opened, EnvelopeCheck envelope) throws IOException {
    return new BundleCheck(opened, envelope).check();
  }

  private List<Verdict.Count> check() throws IOException {
    List<Link> chain = ChainCheck.check(Bundles.CHAIN, envelope.list("steps"), opened);
    List<Link> custody = ChainCheck.check(Bundles.CUSTODY, envelope.list("touches"), opened);
    if (envelope.list("steps").isEmpty() || envelope.list("touches").isEmpty()) {
      opened.fault(Fault.in(Envelope.MANIFEST, "it does not list the steps and touches"));
    }
    checkList();
    checkSteps(chain);
    checkTouches(custody);
    return List.of(
        new Verdict.Count("steps", chain.size()),
        new Verdict.Count("touches", custody.size()),
        new Verdict.Count("items", items.size()),
        new Verdict.Count("withheld", withheld));
  }

  private void checkList() throws IOException {
    Optional<JsonNode> about = opened.bytes(Bundles.CASE).flatMap(Json::read);
    if (about.isEmpty()) {
      opened.fault(Fault.in(Bundles.CASE, "it is not to be read"));
      return;
    }
    if (!envelope.subject().equals("case:" + Json.text(about.get(), "case"))
        || !Json.text(about.get(), "format").equals(Bundle.FORMAT)) {
      opened.fault(Fault.in(Bundles.CASE, "it is about another case than the seal says"));
    }
    Set<String> known = new HashSet<>(Set.of(Bundles.README, Bundles.CASE));
    known.addAll(Set.of(Bundles.CHAIN, Bundles.CUSTODY));
    int place = 0;
    for (JsonNode item : about.get().path("items")) {
      checkItem(item, Bundles.folder(place++), known);
    }
    for (String name : opened.names()) {
      boolean elsewhere = name.contains("/") && !name.startsWith("stamps/");
      if (elsewhere && !known.contains(name)) {
        opened.fault(Fault.at(name, opened.place(name), "it belongs to no item of the case"));
      }
    }
  }

  private void checkItem(JsonNode item, String folder, Set<String> known) throws IOException {
    String id = Json.text(item, "item");
    String sha256 = Json.text(item, "sha256");
    String record = folder + Bundles.RECORD;
    if (items.put(id, sha256) != null || !Json.text(item, "folder").equals(folder)) {
      opened.fault(Fault.in(Bundles.CASE, "item " + id + " stands there twice or elsewhere"));
    }
    known.add(record);
    Optional<JsonNode> told = opened.bytes(record).flatMap(Json::read);
    if (told.isEmpty() || !opened.hash(record).map(Hash::hex).orElse("").equals(sha256)) {
      opened.fault(
          Fault.at(record, opened.place(record), "it is not the record that the case lists"));
      return;
    }
    if (!Json.text(told.get(), "item").equals(id)
        || !Json.text(told.get(), "kind").equals(Json.text(item, "kind"))) {
      opened.fault(Fault.at(record, opened.place(record), "it is of another item or kind"));
    }
    Set<String> held = new HashSet<>();
    item.path("withheld").forEach(name -> held.add(name.asString("")));
    withheld += held.size();
    for (JsonNode part : told.get().path("parts")) {
      checkPart(part, folder, held, known);
    }
    if (!held.isEmpty()) {
      opened.fault(Fault.in(Bundles.CASE, "it withholds what is no part of " + folder));
    }
    checkStamp(folder, sha256, known);
  }

  private void checkPart(JsonNode part, String folder, Set<String> held, Set<String> known) {
    String name = Json.text(part, "name");
    String entry = folder + name;
    known.add(entry);
    boolean kept = !held.remove(name);
    if (kept != opened.has(entry)) {
      opened.fault(
          Fault.in(
              entry, kept ? "the record lists it, and it is not there" : "it was to be withheld"));
    } else if (kept
        && (!opened.hash(entry).map(Hash::hex).orElse("").equals(Json.text(part, "sha256"))
            || !Long.toString(opened.size(entry)).equals(Json.text(part, "size")))) {
      opened.fault(
          Fault.at(entry, opened.place(entry), "its size or SHA-256 is not what the record says"));
    }
  }

  private void checkStamp(String folder, String sha256, Set<String> known) throws IOException {
    String name = folder + Bundles.RECORD_STAMP;
    known.add(name);
    if (!opened.has(name) || !opened.isFine()) {
      return;
    }
    try {
      StampCheck.read(opened.bytes(name).orElse(new byte[0]), new Hash(sha256));
    } catch (StampCheck.Refused refused) {
      opened.fault(
          Fault.at(name, opened.place(name), "the time stamp does not hold: " + refused.reason()));
    }
  }

  /** Every item that the history says was kept is listed, and no other. */
  private void checkSteps(List<Link> chain) {
    Set<String> kept = new HashSet<>();
    for (Link link : chain) {
      if (!link.subject().equals(envelope.subject())) {
        step(Bundles.CHAIN, link, "it is about " + link.subject());
      }
      if (link.act().equals("evidence-kept")) {
        Map<String, String> words = EnvelopeCheck.words(link);
        String item = words.getOrDefault("item", "");
        kept.add(item);
        if (!words.getOrDefault("sha256", "").equals(items.getOrDefault(item, "(not there)"))) {
          step(Bundles.CHAIN, link, "the item that was kept then is not here, or another is");
        }
      }
    }
    items.keySet().stream()
        .filter(item -> !kept.contains(item))
        .forEach(
            item ->
                opened.fault(Fault.in(Bundles.CASE, "no step of the history kept item " + item)));
  }

  /** An item's hash is handed on from touch to touch, from when it was kept until now. */
  private void checkTouches(List<Link> custody) {
    Map<String, String> now = new LinkedHashMap<>();
    for (Link link : custody) {
      Map<String, String> words = EnvelopeCheck.words(link);
      String item = link.subject().replaceFirst("^item:", "");
      String before = now.getOrDefault(item, Hash.NONE.hex());
      if (!items.containsKey(item)) {
        step(Bundles.CUSTODY, link, "it touches an item that is not here");
      } else if (!before.equals(words.get("before"))) {
        step(Bundles.CUSTODY, link, "the item's hash before is not the one after the last touch");
      }
      now.put(item, words.getOrDefault("after", ""));
    }
    items.forEach(
        (item, sha256) -> {
          if (!sha256.equals(now.get(item))) {
            opened.fault(
                Fault.in(Bundles.CUSTODY, "it does not lead to item " + item + " as it is here"));
          }
        });
  }

  private void step(String entry, Link link, String what) {
    opened.fault(Fault.of(entry, link.number(), what));
  }
}
