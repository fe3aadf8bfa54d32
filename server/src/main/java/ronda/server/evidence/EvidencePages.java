package ronda.server.evidence;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ronda.casework.CaseFlow;
import ronda.casework.cases.CaseFile;
import ronda.casework.evidence.Item;
import ronda.casework.evidence.Touch;
import ronda.casework.office.Permission;
import ronda.proof.vault.Vault;
import ronda.server.desk.Desks;
import ronda.server.desk.DestroyedPapers;
import ronda.server.desk.WholeCase;
import ronda.server.door.Acts;
import ronda.server.door.Allowed;
import ronda.server.door.Caller;
import ronda.server.page.LocalTimes;
import ronda.server.page.MessageKeys;
import ronda.server.page.TakingOut;
import ronda.store.sql.SqlBundles;
import ronda.store.sql.SqlCases;
import ronda.store.sql.SqlDisposals;
import ronda.store.sql.SqlDisposals.Paper;
import ronda.store.sql.SqlItems;

/** Keeping evidence, and handing it over as a bundle. */
@Controller
class EvidencePages {
  private final Desks desks;
  private final Keeping keeping;
  private final Bundling bundling;
  private final Captures captures;
  private final Vault vault;
  private final Acts acts;
  private final LocalTimes times;

  EvidencePages(
      Desks desks,
      Keeping keeping,
      Bundling bundling,
      Captures captures,
      Vault vault,
      Acts acts,
      LocalTimes times) {
    this.times = times;
    this.desks = desks;
    this.keeping = keeping;
    this.bundling = bundling;
    this.captures = captures;
    this.vault = vault;
    this.acts = acts;
  }

  @Allowed(Permission.KEEP_EVIDENCE)
  @PostMapping("/cases/{number}/evidence/posts")
  String posts(
      Caller.Person person,
      @PathVariable String number,
      @RequestParam(defaultValue = "") String why,
      RedirectAttributes next) {
    String reason = Words.of(why);
    if (reason.isEmpty()) {
      return back(number, "problem", "evidence.say-why", next);
    }
    int kept =
        desks.change(
            person.office(),
            (desk, jdbc) ->
                Keeping.file(person.officer(), number, jdbc)
                    .map(file -> keeping.keepPosts(person.officer(), file, reason, desk, jdbc))
                    .orElseThrow(EvidencePages::notFound));
    keeping.stampAll(person.office());
    return kept == 0
        ? back(number, "problem", "evidence.no-new-posts", next)
        : back(number, "notice", "evidence.kept", next);
  }

  @Allowed(Permission.KEEP_EVIDENCE)
  @PostMapping("/cases/{number}/evidence/file")
  String file(
      Caller.Person person,
      @PathVariable String number,
      @RequestParam(defaultValue = "") String why,
      @RequestParam(defaultValue = "false") boolean intimate,
      @RequestParam Optional<MultipartFile> file,
      RedirectAttributes next)
      throws IOException {
    String reason = Words.of(why);
    if (reason.isEmpty() || file.filter(given -> !given.isEmpty()).isEmpty()) {
      return back(number, "problem", "evidence.say-why", next);
    }
    MultipartFile given = file.orElseThrow();
    if (given.getSize() > Keeping.LARGEST_PART) {
      return back(number, "problem", "evidence.too-large", next);
    }
    var part =
        new Keeping.Brought(FileName.of(given), FileName.type(given), given.getBytes()).seen();
    Optional<CaseFlow.Refusal> refused =
        desks.change(
            person.office(),
            (desk, jdbc) ->
                Keeping.file(person.officer(), number, jdbc)
                    .map(
                        found ->
                            keeping.keep(
                                person.officer(),
                                found,
                                intimate || Intimate.mayBe(found, jdbc)
                                    ? Item.Kind.PICTURE
                                    : Item.Kind.FILE,
                                reason,
                                Map.of(),
                                List.of(part),
                                desk,
                                jdbc))
                    .orElseThrow(EvidencePages::notFound));
    keeping.stampAll(person.office());
    return refused.isPresent()
        ? back(number, "problem", "case.refused." + MessageKeys.of(refused.get()), next)
        : back(number, "notice", "evidence.kept", next);
  }

  @Allowed(Permission.KEEP_EVIDENCE)
  @PostMapping("/cases/{number}/evidence/capture")
  String capture(
      Caller.Person person,
      @PathVariable String number,
      @RequestParam(defaultValue = "") String url,
      @RequestParam(defaultValue = "") String why,
      RedirectAttributes next) {
    String reason = Words.of(why);
    if (reason.isEmpty() || url.isBlank()) {
      return back(number, "problem", "evidence.say-why", next);
    }
    return switch (captures.ask(person.officer(), number, Words.of(url), reason)) {
      case YES -> back(number, "notice", "evidence.capture-asked", next);
      case FULL -> back(number, "problem", "evidence.capture-full", next);
      case NO_SUCH_CASE -> throw notFound();
    };
  }

  @Allowed(Permission.KEEP_EVIDENCE)
  @PostMapping("/cases/{number}/evidence/bundle")
  String bundle(
      Caller.Person person,
      @PathVariable String number,
      @RequestParam(defaultValue = "") String why,
      RedirectAttributes next) {
    String reason = Words.of(why);
    if (reason.isEmpty()) {
      return back(number, "problem", "evidence.say-why", next);
    }
    return switch (bundling.make(person.officer(), number, reason)) {
      case Bundling.Answer.Done done -> back(number, "notice", "evidence.bundle-made", next);
      case Bundling.Answer.TooLarge large -> back(number, "problem", "evidence.too-large", next);
      case Bundling.Answer.Nothing nothing -> back(number, "problem", "evidence.nothing", next);
      case Bundling.Answer.Gone gone -> back(number, "problem", "evidence.all-destroyed", next);
      case Bundling.Answer.Busy busy -> back(number, "problem", "evidence.bundling", next);
      case Bundling.Answer.NoSuchCase unknown -> throw notFound();
    };
  }

  /** A bundle of a case that this person may see as a whole. */
  private record Whole(SqlBundles.Made made, CaseFile file) {}

  private static Whole whole(Caller.Person person, UUID id, JdbcClient jdbc) {
    SqlBundles.Made made = new SqlBundles(jdbc).byId(id).orElseThrow(EvidencePages::notFound);
    var file =
        WholeCase.of(person.officer(), new SqlCases(jdbc).byId(made.file()), jdbc)
            .orElseThrow(EvidencePages::notFound);
    DestroyedPapers.mustBeHere(Paper.BUNDLE, id, jdbc);
    return new Whole(made, file);
  }

  /** Its address has the button. */
  @Allowed({Permission.OPEN_EVIDENCE, Permission.KEEP_EVIDENCE})
  @GetMapping("/evidence/bundles/{id}")
  String askForBundle(Caller.Person person, @PathVariable UUID id, Model model) {
    return desks.look(
        person.office(),
        jdbc -> {
          Whole whole = whole(person, id, jdbc);
          String name = BundleLine.nameOf(whole.file(), whole.made(), times.zone(), jdbc) + ".zip";
          String back = "/cases/" + whole.file().number();
          return TakingOut.page(name, "/evidence/bundles/" + id, Map.of(), back, model);
        });
  }

  /** The bundle leaves the desk: written down as such before the first byte goes. */
  @Allowed({Permission.OPEN_EVIDENCE, Permission.KEEP_EVIDENCE})
  @PostMapping("/evidence/bundles/{id}")
  ResponseEntity<byte[]> bundle(Caller.Person person, @PathVariable UUID id) {
    record Leaving(String name, byte[] sealed) {}
    Leaving leaving =
        desks.change(
            person.office(),
            (desk, jdbc) -> {
              Whole whole = whole(person, id, jdbc);
              SqlBundles.Made made = whole.made();
              CaseFile file = whole.file();
              var items = new SqlItems(jdbc);
              Set<UUID> gone = new SqlDisposals(jdbc).among(Paper.ITEM, file.id()).keySet();
              for (Item item : items.ofCase(file.id())) {
                if (gone.contains(item.id())) {
                  continue;
                }
                var touch =
                    new Touch(
                        item.id(),
                        Touch.Act.CARRIED_OUT,
                        "bundle " + made.sha256(),
                        item.hash(),
                        item.hash(),
                        Touch.State.HANDED_OVER);
                items.touch(file.id(), touch.entry(desks.clock().instant(), person.signature()));
              }
              acts.write(
                  person,
                  "bundle-carried-out",
                  "case:" + file.number(),
                  Map.of("sha256", made.sha256().hex()));
              String name = BundleLine.nameOf(file, made, times.zone(), jdbc);
              return new Leaving(name, new SqlBundles(jdbc).sealed(id).orElseThrow());
            });
    return download(leaving.name() + ".zip", vault.open(leaving.sealed(), Bundling.purpose(id)));
  }

  /** Bytes to be kept as a file; never shown by the browser itself, whatever they are. */
  static ResponseEntity<byte[]> download(String name, byte[] bytes) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(bytes);
  }

  private static String back(String number, String kind, String message, RedirectAttributes next) {
    next.addFlashAttribute(kind, message);
    return "redirect:/cases/" + number;
  }

  static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
