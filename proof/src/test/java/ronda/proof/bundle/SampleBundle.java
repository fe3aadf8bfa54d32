package ronda.proof.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import ronda.casework.cases.Step;
import ronda.casework.cases.StepWords;
import ronda.casework.chain.Body;
import ronda.casework.chain.Hash;
import ronda.casework.chain.Link;
import ronda.casework.evidence.Item;
import ronda.casework.evidence.Part;
import ronda.casework.evidence.Touch;
import ronda.identify.decide.Severity;
import ronda.identify.post.Category;
import ronda.identify.post.Stance;
import ronda.proof.stamp.BuiltInAuthority;
import ronda.proof.stamp.StampCheck;
import ronda.proof.stamp.Stamps;

/**
 * A small made-up case, and the bundle {@code docs/samples/bundle.zip} that is made of it. A time
 * stamp can be made only once: those of the sample are kept beside the tests, and {@link #main}
 * makes them anew after the sample or the format was changed.
 */
public final class SampleBundle {
  private static final Instant DAY = Instant.parse("2026-11-20T02:00:00Z");
  private static final String SUBJECT = "case:2026-000007";
  private static final String CUSTODIAN = "Dewi Contoh";

  /** Stripes, 160 × 160: the smallest picture that is kept of a page. */
  private static final String STRIPES =
      "iVBORw0KGgoAAAANSUhEUgAAAKAAAACgAQAAAACjtFqAAAAAMElEQVR42u3TMREAAAgDMRzgXy0YqACO"
          + "S8fM/eqwgqdwwuAtdFodQR3pCOoI6ugFLg4Kl9sPiu1SAAAAAElFTkSuQmCC";

  private SampleBundle() {}

  /** Makes the sample and its stamps anew: {@code SampleBundle <the project's folder>}. */
  public static void main(String... arguments) throws IOException {
    Path root = Path.of(arguments[0]);
    Path kept = root.resolve("proof/src/test/resources/ronda/proof/bundle/stamps");
    Files.createDirectories(kept);
    try (Stream<Path> old = Files.list(kept)) {
      for (Path one : old.toList()) {
        Files.delete(one);
      }
    }
    BuiltInAuthority authority = BuiltInAuthority.create(Clock.systemUTC());
    Stamps recording =
        hash -> {
          Stamps.Answer answer = authority.stamp(hash);
          if (answer instanceof Stamps.Answer.Stamped stamped) {
            try {
              Files.write(kept.resolve(hash.hex() + ".tsr"), stamped.stamp().response());
            } catch (IOException broken) {
              throw new UncheckedIOException(broken);
            }
          }
          return answer;
        };
    Path sample = root.resolve("docs/samples/bundle.zip");
    Files.deleteIfExists(sample);
    Bundles.write(sample, bundle(recording), recording);
  }

  /** The stamps that were made once. */
  public static Stamps recorded() {
    return hash -> {
      try (InputStream bytes =
          SampleBundle.class.getResourceAsStream("stamps/" + hash.hex() + ".tsr")) {
        return bytes == null
            ? new Stamps.Answer.Refused("no stamp was recorded; run SampleBundle")
            : new Stamps.Answer.Stamped(StampCheck.read(bytes.readAllBytes(), hash));
      } catch (IOException | StampCheck.Refused wrong) {
        throw new IllegalStateException(wrong);
      }
    };
  }

  /**
   * The made-up case, whose post has a stamp of its own, and whose captured page showed two
   * pictures, of which one was too much for the bundle.
   */
  public static Bundle bundle(Stamps stamps) {
    byte[] post =
        "{\"id\":\"contoh-1\",\"text\":\"Main di CONTOH88, gacor tiap malam. WA 0812-0000-0000\"}\n"
            .getBytes(StandardCharsets.UTF_8);
    byte[] note = "Catatan warga, ditulis ulang oleh petugas.\n".getBytes(StandardCharsets.UTF_8);
    byte[] picture = "bukan gambar: hanya contoh".getBytes(StandardCharsets.UTF_8);
    Item first =
        item(1, Item.Kind.POST, "unggahan dari kiriman 20 November", part("post.json", post));
    Item second = item(2, Item.Kind.FILE, "dibawa oleh pelapor", part("catatan.txt", note));
    Item third = item(3, Item.Kind.PICTURE, "dibawa oleh pelapor", part("gambar.png", picture));
    byte[] page = "CONTOH88: daftar sekarang\n".getBytes(StandardCharsets.UTF_8);
    byte[] stripes = Base64.getDecoder().decode(STRIPES);
    Item fourth =
        item(
            4,
            Item.Kind.CAPTURE,
            "sebelum dihapus",
            part("page.txt", page),
            part("picture-01.png", stripes),
            part("picture-02.webp", "terlalu besar".getBytes(StandardCharsets.UTF_8)));
    Optional<byte[]> stamp =
        stamps.stamp(first.hash()) instanceof Stamps.Answer.Stamped stamped
            ? Optional.of(stamped.stamp().response())
            : Optional.empty();
    List<Item> items = List.of(first, second, third, fourth);
    return new Bundle(
        "2026-000007",
        "Dinas Kominfo Kota Contoh",
        "32.71",
        Category.GAMBLING.code(),
        CUSTODIAN,
        DAY.plusSeconds(7_200),
        chain(items),
        custody(items),
        List.of(
            new Bundle.Kept(first, Map.of("post.json", Content.of(post)), stamp),
            new Bundle.Kept(second, Map.of("catatan.txt", Content.of(note)), Optional.empty()),
            new Bundle.Kept(third, Map.of(), Optional.empty()),
            new Bundle.Kept(
                fourth,
                Map.of("page.txt", Content.of(page), "picture-01.png", Content.of(stripes)),
                Optional.empty())),
        Map.of());
  }

  private static Part part(String name, byte[] bytes) {
    return new Part(name, "application/octet-stream", bytes.length, Hash.of(bytes));
  }

  private static Item item(int n, Item.Kind kind, String why, Part... parts) {
    Map<String, String> facts = new TreeMap<>();
    facts.put("keptAt", DAY.plusSeconds(60L * n).toString());
    facts.put("keptBy", CUSTODIAN);
    facts.put("why", why);
    return new Item(new UUID(0x7000L, n), kind, facts, List.of(parts));
  }

  private static List<Link> chain(List<Item> items) {
    List<Step> steps = new ArrayList<>();
    steps.add(
        new Step.Opened(new UUID(0x7000L, 99), Category.GAMBLING, Stance.PROMOTES, Severity.HIGH));
    items.forEach(
        item -> steps.add(new Step.EvidenceKept(item.id(), item.kind().code(), item.hash().hex())));
    steps.add(new Step.Noted("Diteruskan ke kementerian; kantor ini tidak memblokir."));
    List<Link> chain = new ArrayList<>();
    for (Step step : steps) {
      var entry =
          new Link.Entry(
              DAY.plusSeconds(60L * chain.size()),
              CUSTODIAN,
              step.code(),
              SUBJECT,
              Body.of(StepWords.of(step)));
      chain.add(chain.isEmpty() ? Link.first(entry) : chain.getLast().then(entry));
    }
    return chain;
  }

  private static List<Link> custody(List<Item> items) {
    List<Link> custody = new ArrayList<>();
    for (Touch.Act act : List.of(Touch.Act.KEPT, Touch.Act.BUNDLED)) {
      for (Item item : items) {
        boolean isFirst = act == Touch.Act.KEPT;
        var touch =
            new Touch(
                item.id(),
                act,
                isFirst ? "disimpan sebagai bukti" : "untuk kementerian",
                isFirst ? Hash.NONE : item.hash(),
                item.hash(),
                Touch.State.SEALED);
        var entry = touch.entry(DAY.plusSeconds(60L * custody.size() + 30), CUSTODIAN);
        custody.add(custody.isEmpty() ? Link.first(entry) : custody.getLast().then(entry));
      }
    }
    return custody;
  }
}
