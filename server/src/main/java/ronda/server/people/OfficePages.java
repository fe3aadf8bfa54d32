package ronda.server.people;

import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ronda.casework.office.Office;
import ronda.casework.office.Officer;
import ronda.casework.office.Offices;
import ronda.casework.office.Permission;
import ronda.casework.office.Region;
import ronda.casework.office.Role;
import ronda.server.door.Acts;
import ronda.server.door.Allowed;
import ronda.server.door.Caller;
import ronda.server.page.Fields;
import ronda.server.page.Shown;
import ronda.store.login.Tokens;
import ronda.store.sql.InOffice;

/** The office's own settings, and the tokens of its programs. */
@Controller
class OfficePages {
  private static final int LONGEST_TOKEN_NAME = 100;

  private final Offices offices;
  private final Tokens tokens;
  private final Staff staff;
  private final InOffice tables;
  private final Acts acts;
  private final InstantSource clock;

  OfficePages(
      Offices offices,
      Tokens tokens,
      Staff staff,
      InOffice tables,
      Acts acts,
      InstantSource clock) {
    this.staff = staff;
    this.offices = offices;
    this.tokens = tokens;
    this.tables = tables;
    this.acts = acts;
    this.clock = clock;
  }

  @Allowed({Permission.KEEP_OFFICE, Permission.READ_EVERYTHING})
  @GetMapping("/office")
  String office(Caller.Person person, Model model) {
    Office kept = offices.byId(person.office()).orElseThrow();
    return show(words(kept), shown(kept).mark(), person, model);
  }

  private static Shown shown(Office kept) {
    return Shown.of(kept.name(), kept.kind().code(), kept.region().code());
  }

  /** The page with the office's settings as kept, or as they were typed. */
  private String show(Map<String, String> typed, String shown, Caller.Person person, Model model) {
    model.addAttribute("typed", typed);
    model.addAttribute("shown", shown);
    model.addAttribute("kinds", Office.Kind.values());
    model.addAttribute("roles", Role.values());
    Office kept = offices.byId(person.office()).orElseThrow();
    List<Officer> people = offices.officersOf(kept.id());
    model.addAttribute("region", kept.region().code());
    model.addAttribute(
        "movable", people.stream().filter(one -> one.region().equals(kept.region())).count());
    // They see less than the office has, and nothing else says so.
    model.addAttribute(
        "outside",
        people.stream()
            .filter(one -> !kept.region().holds(one.region()))
            .filter(one -> !one.region().holds(kept.region()))
            .toList());
    model.addAttribute("tokens", tokens.ofOffice(person.office()));
    return "people/office";
  }

  @Allowed(Permission.KEEP_OFFICE)
  @PostMapping("/office")
  String change(
      Caller.Person person,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String region,
      @RequestParam(defaultValue = "false") boolean move,
      @RequestParam(name = Shown.FIELD, defaultValue = "") String shown,
      Model model,
      RedirectAttributes redirect,
      HttpServletResponse response) {
    String clean = Fields.line(name);
    String place = Fields.line(region);
    Optional<Office.Kind> of = Office.Kind.ofCode(kind);
    if (clean.isEmpty()
        || clean.length() > Office.LONGEST_NAME
        || of.isEmpty()
        || !Region.isPlace(place)) {
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
      model.addAttribute("problem", "office.wrong");
      model.addAttribute("wrongRegion", !Region.isPlace(place));
      model.addAttribute("move", move);
      return show(words(clean, kind, place), Fields.line(shown), person, model);
    }
    Office after = new Office(person.office(), clean, of.get(), new Region(place));
    if (!keep(person, after, move, new Shown(shown))) {
      Office kept = offices.byId(person.office()).orElseThrow();
      response.setStatus(HttpServletResponse.SC_CONFLICT);
      model.addAttribute("problem", "office.changed-meanwhile");
      model.addAttribute("move", move);
      model.addAttribute("kept", words(kept));
      return show(words(after), shown(kept).mark(), person, model);
    }
    redirect.addFlashAttribute("notice", "office.changed");
    return "redirect:/office";
  }

  /** False if somebody changed meanwhile what the form showed. */
  private boolean keep(Caller.Person person, Office after, boolean move, Shown shown) {
    return tables.write(
        person.office(),
        jdbc -> {
          jdbc.sql("SELECT id FROM offices WHERE id = ? FOR UPDATE")
              .param(after.id())
              .query()
              .singleRow();
          Office before = offices.byId(after.id()).orElseThrow();
          if (!shown.isStill(shown(before))) {
            return false;
          }
          offices.put(after);
          acts.write(person, "office-changed", "office:" + after.id(), words(after));
          if (move && !after.region().equals(before.region())) {
            staff.move(person, before.region(), after.region());
          }
          return true;
        });
  }

  @Allowed(Permission.KEEP_OFFICE)
  @PostMapping("/office/tokens")
  String makeToken(
      Caller.Person person,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String role,
      Model model,
      HttpServletResponse response) {
    String clean = Fields.line(name);
    Optional<Role> of = Role.ofCode(role);
    if (clean.isEmpty() || clean.length() > LONGEST_TOKEN_NAME || of.isEmpty()) {
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
      model.addAttribute("problem", "office.tokens.wrong");
      model.addAttribute("tokenName", clean);
      return office(person, model);
    }
    Optional<Tokens.Made> made =
        tables.write(
            person.office(),
            jdbc -> {
              var one = tokens.tryMake(person.office(), clean, of.get(), clock.instant());
              one.ifPresent(
                  token ->
                      acts.write(
                          person,
                          "token-made",
                          "token:" + token.id(),
                          Map.of("name", clean, "role", role)));
              return one;
            });
    if (made.isEmpty()) {
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
      model.addAttribute("problem", "office.tokens.taken");
      model.addAttribute("tokenName", clean);
      return office(person, model);
    }
    model.addAttribute("name", clean);
    model.addAttribute("secret", made.get().secret().text());
    return "people/token";
  }

  @Allowed(Permission.KEEP_OFFICE)
  @PostMapping("/office/tokens/{token}/end")
  String endToken(Caller.Person person, @PathVariable UUID token, RedirectAttributes redirect) {
    tables.run(
        person.office(),
        jdbc -> {
          String name =
              tokens
                  .end(person.office(), token, clock.instant())
                  .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
          acts.write(person, "token-ended", "token:" + token, Map.of("name", name));
        });
    redirect.addFlashAttribute("notice", "office.tokens.ended");
    return "redirect:/office";
  }

  private static Map<String, String> words(Office office) {
    return words(office.name(), office.kind().code(), office.region().code());
  }

  private static Map<String, String> words(String name, String kind, String region) {
    return Map.of("name", name, "kind", kind, "region", region);
  }
}
