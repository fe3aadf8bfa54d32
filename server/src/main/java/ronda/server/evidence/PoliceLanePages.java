package ronda.server.evidence;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
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
import ronda.casework.office.Office;
import ronda.casework.office.Offices;
import ronda.casework.office.Permission;
import ronda.server.desk.ChildLane;
import ronda.server.desk.Desks;
import ronda.server.door.Acts;
import ronda.server.door.Allowed;
import ronda.server.door.Caller;
import ronda.server.page.Fields;
import ronda.store.sql.SqlPoliceLane;

/**
 * What waits for the police, and the form by which they get it. The address stands on that form and
 * nowhere else: on no page, in no list, in no mail. It is opened by whoever may open evidence, with
 * a reason that is written down before.
 */
@Controller
class PoliceLanePages {
  private static final int MOST = 200;
  private static final int MOST_HANDED = 50;

  /** How long the name of an office or person may be to whom something was given, in characters. */
  private static final int LONGEST_WHOM = 300;

  private final Desks desks;
  private final ChildLane lane;
  private final PoliceForm form;
  private final Offices offices;
  private final Acts acts;

  PoliceLanePages(Desks desks, ChildLane lane, PoliceForm form, Offices offices, Acts acts) {
    this.desks = desks;
    this.lane = lane;
    this.form = form;
    this.offices = offices;
    this.acts = acts;
  }

  @Allowed({Permission.KEEP_EVIDENCE, Permission.READ_EVERYTHING})
  @GetMapping("/police-lane")
  String list(Caller.Person person, Model model) {
    desks.look(
        person.office(),
        jdbc -> {
          var entries = new SqlPoliceLane(jdbc);
          model.addAttribute("entries", entries.waiting(MOST));
          model.addAttribute("allEntries", entries.countWaiting());
          model.addAttribute("allHanded", entries.countHandedOver());
          return model.addAttribute("handed", entries.handedOver(MOST_HANDED));
        });
    return "evidence/lane";
  }

  @Allowed({Permission.KEEP_EVIDENCE, Permission.OPEN_EVIDENCE, Permission.READ_EVERYTHING})
  @GetMapping("/police-lane/{id}")
  String one(Caller.Person person, @PathVariable UUID id, Model model) {
    desks.look(
        person.office(),
        jdbc -> {
          var entries = new SqlPoliceLane(jdbc);
          model.addAttribute("one", entries.byId(id).orElseThrow(EvidencePages::notFound));
          model.addAttribute("openings", entries.openings(id));
          model.addAttribute(
              "addressHere", entries.address(id).filter(address -> address.length > 0).isPresent());
          return model.addAttribute("handing", entries.handing(id).orElse(null));
        });
    return "evidence/lane-entry";
  }

  private record Opened(SqlPoliceLane.Entry entry, byte[] sealed) {}

  /** The form with the address on it, as a file for the police; the opening is entered first. */
  @Allowed(Permission.OPEN_EVIDENCE)
  @PostMapping("/police-lane/{id}/form")
  Object form(
      Caller.Person person,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String why,
      @RequestParam(defaultValue = "") String to,
      RedirectAttributes next) {
    String reason = Words.of(why);
    String whom = Fields.text(to, LONGEST_WHOM);
    if (reason.isEmpty() || whom.isEmpty()) {
      next.addFlashAttribute("problem", "lane.say-why");
      return "redirect:/police-lane/" + id;
    }
    var opening =
        new SqlPoliceLane.Opening(desks.clock().instant(), person.officer().name(), reason, whom);
    Optional<Opened> opened =
        desks.change(
            person.office(),
            (desk, jdbc) -> {
              var entries = new SqlPoliceLane(jdbc);
              var entry = entries.byId(id).orElseThrow(EvidencePages::notFound);
              byte[] sealed = entries.address(id).orElseThrow();
              if (sealed.length == 0) {
                return Optional.empty();
              }
              entries.open(id, opening);
              acts.write(
                  person,
                  "lane-address-opened",
                  "police-lane:" + id,
                  Map.of("why", reason, "to", opening.to()));
              return Optional.of(new Opened(entry, sealed));
            });
    if (opened.isEmpty()) {
      next.addFlashAttribute("problem", "lane.address-forgotten");
      return "redirect:/police-lane/" + id;
    }
    String office = offices.byId(person.office()).map(Office::name).orElse("");
    String address = lane.address(id, opened.get().sealed());
    byte[] pdf = form.pdf(opened.get().entry(), address, office, opening);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("police-" + id + ".pdf").build().toString())
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(pdf);
  }

  @Allowed(Permission.KEEP_EVIDENCE)
  @PostMapping("/police-lane/{id}/hand-over")
  String handOver(
      Caller.Person person,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String to,
      RedirectAttributes next) {
    String whom = Fields.text(to, LONGEST_WHOM);
    if (whom.isEmpty()) {
      next.addFlashAttribute("problem", "lane.say-whom");
      return "redirect:/police-lane/" + id;
    }
    boolean done =
        desks.change(
            person.office(),
            (desk, jdbc) -> {
              boolean first =
                  new SqlPoliceLane(jdbc)
                      .handOver(id, desks.clock().instant(), person.officer().name(), whom);
              if (first) {
                acts.write(person, "lane-handed-over", "police-lane:" + id, Map.of("to", whom));
              }
              return first;
            });
    if (!done) {
      throw EvidencePages.notFound();
    }
    next.addFlashAttribute("notice", "lane.handed");
    return "redirect:/police-lane";
  }
}
