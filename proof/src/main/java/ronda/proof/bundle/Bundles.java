package ronda.proof.bundle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import ronda.casework.chain.Hash;
import ronda.casework.chain.Link;
import ronda.casework.evidence.Part;
import ronda.proof.stamp.Stamps;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes bundles. The same content and the same stamp always give the same bytes. */
public final class Bundles {
  static final String README = "README.txt";
  static final String CASE = "case.json";
  static final String CHAIN = "chain.jsonl";
  static final String CUSTODY = "custody.jsonl";
  static final String RECORD = "record.json";
  static final String RECORD_STAMP = "record.tsr";

  private Bundles() {}

  /**
   * Writes a bundle, whole or not at all.
   *
   * @return the hash of the file, for the case's history
   */
  public static Hash write(Path path, Bundle bundle, Stamps stamps) throws IOException {
    return Envelope.write(path, pages(bundle), sealing(bundle), stamps);
  }

  /** The bytes of the same file, made in memory: what is in it lies open on no disk meanwhile. */
  public static byte[] bytes(Bundle bundle, Stamps stamps) throws IOException {
    return Envelope.bytes(pages(bundle), sealing(bundle), stamps);
  }

  private static List<Envelope.Page> pages(Bundle bundle) {
    List<Envelope.Page> pages = new ArrayList<>();
    pages.add(page(README, Content.of(Readme.BUNDLE)));
    pages.add(page(CASE, Content.of(about(bundle))));
    pages.add(page(CHAIN, Content.of(Chains.text(bundle.chain()))));
    pages.add(page(CUSTODY, Content.of(Chains.text(bundle.custody()))));
    new TreeMap<>(bundle.reports()).forEach((name, report) -> pages.add(page(name, report)));
    for (int i = 0; i < bundle.items().size(); i++) {
      addItem(folder(i), bundle.items().get(i), pages);
    }
    return pages;
  }

  private static Envelope.Sealing sealing(Bundle bundle) {
    return new Envelope.Sealing(
        Bundle.FORMAT,
        "case:" + bundle.number(),
        bundle.by(),
        bundle.at(),
        Map.of("steps", hashes(bundle.chain()), "touches", hashes(bundle.custody())));
  }

  private static void addItem(String folder, Bundle.Kept kept, List<Envelope.Page> pages) {
    pages.add(page(folder + RECORD, Content.of(kept.item().record())));
    Envelope.stampOf(folder + RECORD_STAMP, kept.stamp()).ifPresent(pages::add);
    for (Part part : kept.item().parts()) {
      Content content = kept.parts().get(part.name());
      if (content != null) {
        pages.add(page(folder + part.name(), content));
      }
    }
  }

  /** Where the item at this place lies, such as {@code items/0001/}; counts from 0. */
  public static String folder(int place) {
    return "items/%04d/".formatted(place + 1);
  }

  private static byte[] about(Bundle bundle) {
    ObjectNode about = Json.object();
    about.put("format", Bundle.FORMAT);
    about.put("case", bundle.number());
    about.put("office", bundle.office());
    about.put("region", bundle.region());
    about.put("category", bundle.category());
    about.put("standing", "dugaan (suspected): nothing here says that anybody is guilty");
    about.put("madeAt", bundle.at().toString());
    about.put("madeBy", bundle.by());
    ArrayNode items = about.putArray("items");
    for (int i = 0; i < bundle.items().size(); i++) {
      Bundle.Kept kept = bundle.items().get(i);
      ObjectNode item = items.addObject();
      item.put("item", kept.item().id().toString());
      if (!kept.name().isEmpty()) {
        item.put("name", kept.name());
      }
      item.put("kind", kept.item().kind().code());
      item.put("folder", folder(i));
      item.put("sha256", kept.item().hash().hex());
      ArrayNode withheld = item.putArray("withheld");
      kept.item().parts().stream()
          .map(Part::name)
          .filter(name -> !kept.parts().containsKey(name))
          .forEach(withheld::add);
    }
    return Json.bytes(about);
  }

  private static Envelope.Page page(String name, Content content) {
    return new Envelope.Page(name, content);
  }

  private static List<Hash> hashes(List<Link> chain) {
    return chain.stream().map(Link::hash).toList();
  }
}
