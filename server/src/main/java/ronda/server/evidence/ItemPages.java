package ronda.server.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ronda.casework.ItemNames;
import ronda.casework.evidence.Item;
import ronda.casework.evidence.ItemName;
import ronda.casework.evidence.Opening;
import ronda.casework.evidence.Part;
import ronda.casework.office.Permission;
import ronda.casework.retention.Destroyed;
import ronda.proof.picture.Veil;
import ronda.proof.stamp.BuiltInAuthority;
import ronda.server.desk.Desks;
import ronda.server.door.Allowed;
import ronda.server.door.Caller;
import ronda.server.page.LocalTimes;
import ronda.server.page.MessageKeys;
import ronda.store.sql.SqlDisposals;
import ronda.store.sql.SqlDisposals.Paper;
import ronda.store.sql.SqlItems;
import ronda.store.sql.SqlOpenings;
import ronda.store.sql.SqlStamps;

/** One item of evidence: who touched it, opening it, and seeing what is open. */
@Controller
class ItemPages {
  private final Desks desks;
  private final Openings openings;
  private final Looking looking;
  private final LocalTimes times;

  ItemPages(Desks desks, Openings openings, Looking looking, LocalTimes times) {
    this.times = times;
    this.desks = desks;
    this.openings = openings;
    this.looking = looking;
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
    if (!looking.ask(person.officer(), id)) {
      throw EvidencePages.notFound();
    }
    return item(person, id, true, model);
  }

  /**
   * The picture of a captured page, to be shown within our page; an intimate one never is. Whoever
   * comes to its address without having asked for it gets its veil.
   */
  @Allowed({Permission.OPEN_EVIDENCE, Permission.KEEP_EVIDENCE})
  @GetMapping("/evidence/{id}/pictures/{name}")
  ResponseEntity<byte[]> picture(
      Caller.Person person,
      @PathVariable UUID id,
      @PathVariable String name,
      @RequestParam(defaultValue = "false") boolean clear) {
    Looking.Picture picture =
        looking.picture(person.officer(), id, name, clear).orElseThrow(EvidencePages::notFound);
    return ResponseEntity.ok()
        .contentType(MediaType.IMAGE_PNG)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(picture.veiled() ? Veil.of(picture.bytes()) : picture.bytes());
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
              destroyed.isPresent()
                  ? List.of()
                  : new SqlOpenings(jdbc).ofItem(id, Looking.MOST_OPENINGS);
          model.addAttribute("destroyed", destroyed.orElse(null));
          model.addAttribute("file", found.file());
          model.addAttribute("item", found.item());
          ItemName name = name(found);
          model.addAttribute("name", name.text());
          model.addAttribute("files", files(found.item(), name));
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
          model.addAttribute(
              "open", Looking.opening(found, person.officer(), now, jdbc).isPresent());
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

  /** What each part is called once it is downloaded. */
  private static Map<String, String> files(Item item, ItemName name) {
    boolean alone = item.parts().size() == 1;
    return item.parts().stream()
        .map(Part::name)
        .collect(Collectors.toMap(part -> part, part -> name.file(part, alone)));
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
      throw EvidencePages.notFound();
    }
    Opening.Answer answer =
        openings.decide(person.officer(), id, agrees).orElseThrow(EvidencePages::notFound);
    return switch (answer) {
      case Opening.Answer.Decided decided -> {
        next.addFlashAttribute("notice", agrees ? "evidence.agreed" : "evidence.declined");
        yield "redirect:/evidence/" + decided.opening().item();
      }
      case Opening.Answer.Refused refused -> {
        next.addFlashAttribute("problem", "evidence.refused." + MessageKeys.of(refused.reason()));
        yield "redirect:/cases";
      }
    };
  }

  /** A part of an item that is open. */
  @Allowed({Permission.OPEN_EVIDENCE, Permission.KEEP_EVIDENCE})
  @GetMapping("/evidence/{id}/parts/{name}")
  ResponseEntity<byte[]> part(
      Caller.Person person, @PathVariable UUID id, @PathVariable String name) {
    Keeping.Brought part =
        openings.part(person.officer(), id, name).orElseThrow(EvidencePages::notFound);
    String file =
        desks.look(
            person.office(),
            jdbc ->
                Openings.found(person.officer(), id, jdbc)
                    .map(found -> name(found).file(name, found.item().parts().size() == 1))
                    .orElseThrow(EvidencePages::notFound));
    return EvidencePages.download(file, part.bytes());
  }

  private ItemName name(Openings.Found found) {
    return Optional.ofNullable(ItemNames.of(found.file(), times.zone()).get(found.item().id()))
        .orElseThrow(() -> new IllegalStateException("nobody kept " + found.item().id()));
  }
}
