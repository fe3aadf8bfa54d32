package ronda.server.referral;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import ronda.casework.authority.Recipient;
import ronda.casework.office.Permission;
import ronda.casework.referral.Addressee;
import ronda.casework.referral.Referral;
import ronda.letters.form.Form;
import ronda.server.desk.Desks;
import ronda.server.door.Allowed;
import ronda.server.door.Caller;
import ronda.store.sql.SqlAddressees;

/** Begins a referral: choose whom, fill in what they ask for. */
@Controller
class ReferPages {
  private final Desks desks;
  private final Drafting drafting;

  ReferPages(Desks desks, Drafting drafting) {
    this.desks = desks;
    this.drafting = drafting;
  }

  @Allowed(Permission.REFER)
  @GetMapping("/cases/{number}/refer")
  String begin(
      Caller.Person person,
      @PathVariable String number,
      @RequestParam(defaultValue = "") String to,
      @RequestParam(defaultValue = "") String again,
      Model model) {
    return desks.look(
        person.office(),
        jdbc -> {
          Material material = drafting.material(person, number, jdbc);
          Optional<Referral> old = Rewriting.of(again, number, person, jdbc);
          model.addAttribute("again", old.map(Referral::id).orElse(null));
          Optional<Addressee> chosen = chosen(person, material, to, jdbc);
          if (chosen.isEmpty()) {
            return choose(person, material, jdbc, model);
          }
          Addressee addressee = chosen.get();
          Form asked = Form.of(addressee.kind(), material.matter().file().category());
          Map<String, String> known = material.prefilled(asked);
          Draft empty =
              new Draft(
                  known,
                  Set.of(),
                  "",
                  material.numbers().stream()
                      .filter(Material.Number::ticked)
                      .map(Material.Number::digits)
                      .collect(Collectors.toSet()),
                  List.of());
          String page =
              drafting.form(person, material, addressee, material.withTicked(empty), jdbc, model);
          if (old.isEmpty()) {
            model.addAttribute("fresh", true);
            model.addAttribute("known", known.keySet());
            model.addAttribute("unlisted", material.unlisted(asked, "addresses"));
          } else {
            Draft before =
                Rewriting.draft(old.get(), asked, drafting.laws(person, material), empty, jdbc);
            model.addAttribute("draft", before);
            model.addAttribute("numbers", material.numbers(before));
          }
          return page;
        });
  }

  /**
   * Whom {@code to} names: an addressee by its id, or a kind of authority by its code, if the
   * office writes to exactly one of that kind. Empty if a person must choose first.
   */
  private Optional<Addressee> chosen(
      Caller.Person person, Material material, String to, JdbcClient jdbc) {
    Optional<Recipient> kind = Recipient.ofCode(to);
    if (to.isEmpty()) {
      return Optional.empty();
    }
    if (kind.isEmpty()) {
      return Optional.of(drafting.addressee(person, material, id(to), jdbc));
    }
    List<Addressee> ofKind =
        new SqlAddressees(jdbc)
            .of(drafting.kinds(person, material)).stream()
                .filter(one -> one.kind() == kind.get())
                .toList();
    return ofKind.size() == 1 ? Optional.of(ofKind.getFirst()) : Optional.empty();
  }

  private static UUID id(String to) {
    try {
      return UUID.fromString(to);
    } catch (IllegalArgumentException none) {
      throw notFound();
    }
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }

  private String choose(Caller.Person person, Material material, JdbcClient jdbc, Model model) {
    Set<Recipient> kinds = drafting.kinds(person, material);
    SqlAddressees addressees = new SqlAddressees(jdbc);
    List<Addressee> known = addressees.of(kinds);
    model.addAttribute("file", material.matter().file());
    model.addAttribute("addressees", known);
    model.addAttribute(
        "unknown",
        kinds.stream()
            .filter(kind -> known.stream().noneMatch(one -> one.kind() == kind))
            .sorted()
            .toList());
    model.addAttribute("missing", Drafting.missing(addressees.stationery()));
    model.addAttribute("keepers", drafting.keepers(person));
    return "referral/choose";
  }

  /** Back from what would leave to the form, with all that was typed. */
  @Allowed(Permission.REFER)
  @PostMapping("/cases/{number}/refer/change")
  String change(
      Caller.Person person,
      @PathVariable String number,
      @RequestParam UUID to,
      @RequestParam(defaultValue = "") String again,
      @RequestParam MultiValueMap<String, String> sent,
      Model model) {
    return desks.look(
        person.office(),
        jdbc -> {
          Material material = drafting.material(person, number, jdbc);
          Addressee addressee = drafting.addressee(person, material, to, jdbc);
          model.addAttribute(
              "again", Rewriting.of(again, number, person, jdbc).map(Referral::id).orElse(null));
          return drafting.form(person, material, addressee, Draft.of(sent), jdbc, model);
        });
  }
}
