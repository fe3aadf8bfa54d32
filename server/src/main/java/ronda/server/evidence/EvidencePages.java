package ronda.server.evidence;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
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
import ronda.casework.evidence.Item;
import ronda.casework.evidence.Opening;
import ronda.casework.evidence.Touch;
import ronda.casework.office.Permission;
import ronda.casework.retention.Destroyed;
import ronda.proof.stamp.BuiltInAuthority;
import ronda.proof.vault.Vault;
import ronda.server.desk.Desks;
import ronda.server.desk.DestroyedPapers;
import ronda.server.desk.Strain;
import ronda.server.desk.WholeCase;
import ronda.server.door.Acts;
import ronda.server.door.Allowed;
import ronda.server.door.Caller;
import ronda.store.sql.SqlBundles;
import ronda.store.sql.SqlCases;
import ronda.store.sql.SqlDisposals;
import ronda.store.sql.SqlDisposals.Paper;
import ronda.store.sql.SqlItems;
import ronda.store.sql.SqlOpenings;
import ronda.store.sql.SqlStamps;

/** Keeping evidence, opening it, and handing it over as a bundle. */
@Controller
class EvidencePages {
  private static final int MOST_OPENINGS = 50;

  private final Desks desks;
  private final Keeping keeping;
  private final Openings openings;
  private final Bundling bundling;
  private final Captures captures;
  private final Vault vault;
  private final Acts acts;

  EvidencePages(
      Desks desks,
      Keeping keeping,
      Openings openings,
      Bundling bundling,
      Captures captures,
      Vault vault,
      Acts acts) {
    this.desks = desks;
    this.keeping = keeping;
    this.openings = openings;
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
        ? back(number, "problem", "case.refused." + key(refused.get()), next)
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

  @Allowed(Permission.READ_CASES)
  @GetMapping("/evidence/{id}")
  String item(Caller.Person person, @PathVariable UUID id, Model model) {
    return item(person, id, false, model);
  }

  /** Somebody asks to see a captured page's picture as it is; that counts as being shown it. */
  @Allowed({Permission.OPEN_EVIDENCE, Permission.KEEP_EVIDENCE})
  @PostMapping("/evidence/{id}/look")
  String look(Caller.Person person, @PathVariable UUID id, Model model) {
    UUID officer = person.officer().id();
    Instant now = desks.clock().instant();
    desks.change(
        person.office(),
        (desk, jdbc) -> {
          Openings.Found found =
              Openings.found(person.officer(), id, jdbc)
                  .map(one -> Openings.here(one, jdbc))
                  .filter(one -> !SeenPicture.namesOf(one, jdbc).isEmpty())
                  .filter(one -> isOpen(one, officer, now, jdbc))
                  .orElseThrow(EvidencePages::notFound);
          new Strain(jdbc).saw(officer, found.file().opening().job(), now);
          return true;
        });
    return item(person, id, true, model);
  }

  private static boolean isOpen(Openings.Found found, UUID officer, Instant now, JdbcClient jdbc) {
    boolean needsTwo = found.needsTwo(jdbc);
    return new SqlOpenings(jdbc)
        .ofItem(found.item().id(), MOST_OPENINGS).stream()
            .anyMatch(one -> one.isOpenFor(officer, now, needsTwo));
  }

  /** The picture of a captured page, to be shown within our page; an intimate one never is. */
  @Allowed({Permission.OPEN_EVIDENCE, Permission.KEEP_EVIDENCE})
  @GetMapping("/evidence/{id}/pictures/{name}")
  ResponseEntity<byte[]> picture(
      Caller.Person person, @PathVariable UUID id, @PathVariable String name) {
    desks.look(
        person.office(),
        jdbc ->
            Openings.found(person.officer(), id, jdbc)
                .map(found -> Openings.here(found, jdbc))
                .filter(found -> SeenPicture.namesOf(found, jdbc).contains(name))
                .orElseThrow(EvidencePages::notFound));
    Keeping.Brought part =
        openings.part(person.officer(), id, name).orElseThrow(EvidencePages::notFound);
    return ResponseEntity.ok()
        .contentType(MediaType.IMAGE_PNG)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(part.bytes());
  }

  private String item(Caller.Person person, UUID id, boolean clear, Model model) {
    Instant now = desks.clock().instant();
    desks.look(
        person.office(),
        jdbc -> {
          Openings.Found found =
              Openings.found(person.officer(), id, jdbc).orElseThrow(EvidencePages::notFound);
          Optional<Destroyed> destroyed = new SqlDisposals(jdbc).destroyed(Paper.ITEM, id);
          List<Opening> wishes =
              destroyed.isPresent() ? List.of() : new SqlOpenings(jdbc).ofItem(id, MOST_OPENINGS);
          model.addAttribute("destroyed", destroyed.orElse(null));
          model.addAttribute("file", found.file());
          model.addAttribute("item", found.item());
          model.addAttribute("facts", FactLine.of(found.item()));
          model.addAttribute("stamp", new SqlStamps(jdbc).ofCase(found.file().id()).get(id));
          model.addAttribute(
              "touches",
              new SqlItems(jdbc)
                  .custodyOf(found.file().id()).stream()
                      .filter(link -> link.subject().equals("item:" + id))
                      .map(TouchLine::of)
                      .toList());
          model.addAttribute("waiting", wishes.stream().filter(one -> one.isWaiting(now)).toList());
          model.addAttribute("needsTwo", found.needsTwo(jdbc));
          model.addAttribute("open", isOpen(found, person.officer().id(), now, jdbc));
          UUID me = person.officer().id();
          model.addAttribute(
              "asked",
              wishes.stream().anyMatch(one -> one.isWaiting(now) && one.askedBy().equals(me)));
          model.addAttribute("builtIn", BuiltInAuthority.NAME);
          model.addAttribute(
              "pictures", destroyed.isPresent() ? List.of() : SeenPicture.namesOf(found, jdbc));
          return model;
        });
    model.addAttribute("me", person.officer().id());
    model.addAttribute("mayAsk", Opening.mayAsk(person.officer()));
    model.addAttribute("clear", clear);
    return "evidence/item";
  }

  @Allowed({Permission.OPEN_EVIDENCE, Permission.KEEP_EVIDENCE})
  @PostMapping("/evidence/{id}/ask")
  String ask(
      Caller.Person person,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String why,
      RedirectAttributes next) {
    String reason = Words.of(why);
    if (reason.isEmpty()) {
      next.addFlashAttribute("problem", "evidence.say-why");
      return "redirect:/evidence/" + id;
    }
    Opening asked = openings.ask(person.officer(), id, reason).orElseThrow(EvidencePages::notFound);
    next.addFlashAttribute(
        "notice", asked.decision().isPresent() ? "evidence.opened" : "evidence.asked");
    return "redirect:/evidence/" + id;
  }

  @Allowed(Permission.OPEN_EVIDENCE)
  @PostMapping("/evidence/openings/{id}/{word}")
  String decide(
      Caller.Person person,
      @PathVariable UUID id,
      @PathVariable String word,
      @RequestParam(defaultValue = "") String item,
      RedirectAttributes next) {
    boolean agrees = word.equals("agree");
    if (!agrees && !word.equals("decline")) {
      throw notFound();
    }
    Opening.Answer answer =
        openings.decide(person.officer(), id, agrees).orElseThrow(EvidencePages::notFound);
    return switch (answer) {
      case Opening.Answer.Decided decided -> {
        next.addFlashAttribute("notice", agrees ? "evidence.agreed" : "evidence.declined");
        yield "redirect:/evidence/" + decided.opening().item();
      }
      case Opening.Answer.Refused refused -> {
        next.addFlashAttribute("problem", "evidence.refused." + key(refused.reason()));
        yield "redirect:/cases";
      }
    };
  }

  /** A part of an item that is open; never shown by the browser itself, whatever it is. */
  @Allowed({Permission.OPEN_EVIDENCE, Permission.KEEP_EVIDENCE})
  @GetMapping("/evidence/{id}/parts/{name}")
  ResponseEntity<byte[]> part(
      Caller.Person person, @PathVariable UUID id, @PathVariable String name) {
    Keeping.Brought part =
        openings.part(person.officer(), id, name).orElseThrow(EvidencePages::notFound);
    return download(part.name(), part.bytes());
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

  /** The bundle leaves the desk: written down as such before the first byte goes. */
  @Allowed({Permission.OPEN_EVIDENCE, Permission.KEEP_EVIDENCE})
  @GetMapping("/evidence/bundles/{id}")
  ResponseEntity<byte[]> bundle(Caller.Person person, @PathVariable UUID id) {
    record Leaving(String name, byte[] sealed) {}
    Leaving leaving =
        desks.change(
            person.office(),
            (desk, jdbc) -> {
              var bundles = new SqlBundles(jdbc);
              SqlBundles.Made made = bundles.byId(id).orElseThrow(EvidencePages::notFound);
              var file =
                  WholeCase.of(person.officer(), new SqlCases(jdbc).byId(made.file()), jdbc)
                      .orElseThrow(EvidencePages::notFound);
              DestroyedPapers.mustBeHere(Paper.BUNDLE, id, jdbc);
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
              return new Leaving(file.number(), bundles.sealed(id).orElseThrow());
            });
    return download(
        "bundle-" + leaving.name() + ".zip", vault.open(leaving.sealed(), Bundling.purpose(id)));
  }

  private static ResponseEntity<byte[]> download(String name, byte[] bytes) {
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

  static String key(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
