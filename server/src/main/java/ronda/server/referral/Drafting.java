package ronda.server.referral;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;
import ronda.casework.ReferralGuard;
import ronda.casework.ReferralGuard.Answer;
import ronda.casework.ReferralGuard.Wish;
import ronda.casework.authority.BasisRow;
import ronda.casework.authority.Recipient;
import ronda.casework.cases.CaseFile;
import ronda.casework.office.Officer;
import ronda.casework.office.Offices;
import ronda.casework.office.Permission;
import ronda.casework.referral.Addressee;
import ronda.casework.referral.Letter;
import ronda.casework.referral.Stationery;
import ronda.letters.form.Form;
import ronda.server.authority.Authorities;
import ronda.server.desk.WholeCase;
import ronda.server.door.Caller;
import ronda.store.sql.SqlAddressees;
import ronda.store.sql.SqlCases;

/** Looks at a draft: whom it may be for, what is wrong with it, which letter it makes. */
@Component
class Drafting {
  private static final int MOST_NAMED = 5;

  private final Authorities authorities;
  private final Correspondence letters;
  private final Offices offices;

  Drafting(Authorities authorities, Correspondence letters, Offices offices) {
    this.authorities = authorities;
    this.letters = letters;
    this.offices = offices;
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }

  /** What the case may say in a letter, for whoever may see all of it. */
  Material material(Caller.Person person, String number, JdbcClient jdbc) {
    CaseFile file =
        WholeCase.of(person.officer(), new SqlCases(jdbc).find(number), jdbc)
            .orElseThrow(Drafting::notFound);
    return Material.of(file, letters.zone(), jdbc);
  }

  /** Whom the authority table knows for this category, by what they may do. */
  Set<Recipient> kinds(Caller.Person person, Material material) {
    return authorities
        .of(person.office())
        .recipients(
            authorities.actor(person.office()),
            material.matter().file().category(),
            letters.now().atZone(letters.zone()).toLocalDate());
  }

  /** Who of the office looks after letterhead and addressees, by name. */
  String keepers(Caller.Person person) {
    return offices.officersOf(person.office()).stream()
        .filter(one -> one.may(Permission.KEEP_OFFICE))
        .limit(MOST_NAMED)
        .map(Officer::name)
        .collect(Collectors.joining(", "));
  }

  /** Why no letter can be written yet; empty if one can. */
  static String missing(Optional<Stationery> stationery) {
    return stationery.map(one -> one.missing().orElse("")).orElse("letterhead");
  }

  /** Whom a letter of this case may go to. */
  Addressee addressee(Caller.Person person, Material material, UUID to, JdbcClient jdbc) {
    return new SqlAddressees(jdbc)
        .of(kinds(person, material)).stream()
            .filter(one -> one.id().equals(to))
            .findFirst()
            .orElseThrow(Drafting::notFound);
  }

  /** The laws that a letter of this case may cite. */
  List<BasisRow> laws(Caller.Person person, Material material) {
    return authorities
        .guard(person.office())
        .laws(material.matter().file(), material.matter().days());
  }

  /** The form with a draft in it, as a page. */
  String form(
      Caller.Person person,
      Material material,
      Addressee addressee,
      Draft draft,
      JdbcClient jdbc,
      Model model) {
    CaseFile file = material.matter().file();
    ReferralGuard guard = authorities.guard(person.office());
    model.addAttribute("file", file);
    model.addAttribute("addressee", addressee);
    Form asked = Form.of(addressee.kind(), file.category());
    model.addAttribute("form", asked);
    model.addAttribute("links", material.links(asked, draft));
    model.addAttribute("draft", draft);
    model.addAttribute("laws", guard.laws(file, material.matter().days()));
    model.addAttribute("numbers", material.numbers(draft));
    model.addAttribute("annex", material.annex());
    model.addAttribute("publicLife", material.matter().isAboutPublicLife());
    model.addAttribute("missing", missing(new SqlAddressees(jdbc).stationery()));
    model.addAttribute("keepers", keepers(person));
    model.addAttribute("fresh", false);
    model.addAttribute("known", Set.of());
    model.addAttribute("unlisted", 0);
    model.addAttribute("wrong", Map.of());
    return "referral/form";
  }

  /** What is wrong, by the field's code, in the order of the form. */
  static Map<String, String> byField(List<Form.Mistake> mistakes) {
    Map<String, String> wrong = new LinkedHashMap<>();
    mistakes.forEach(mistake -> wrong.putIfAbsent(mistake.field().code(), mistake.how()));
    return wrong;
  }

  /**
   * What came of looking at a draft.
   *
   * @param composed the letter; empty if something is wrong
   */
  record Checked(
      Optional<Correspondence.Composed> composed,
      List<Form.Mistake> mistakes,
      Set<ReferralGuard.Refusal> refusals) {}

  /** What would become of a draft: its letter, or what is wrong with it. */
  Checked check(
      Caller.Person person, Material material, Addressee addressee, Draft draft, JdbcClient jdbc) {
    List<Form.Mistake> mistakes =
        Form.of(addressee.kind(), material.matter().file().category())
            .mistakes(draft.typed(), draft.discreet(addressee.kind()));
    Wish wish =
        new Wish(
            addressee.kind(),
            letters.now().atZone(letters.zone()).toLocalDate(),
            draft.laws(),
            draft.necessity());
    Optional<Stationery> stationery =
        new SqlAddressees(jdbc).stationery().filter(one -> one.missing().isEmpty());
    return switch (authorities.guard(person.office()).mayRefer(material.matter(), wish)) {
      case Answer.Refused refused -> new Checked(Optional.empty(), mistakes, refused.reasons());
      case Answer.Ok ok ->
          mistakes.isEmpty() && stationery.isPresent()
              ? new Checked(
                  Optional.of(
                      letters.compose(material, addressee, draft, cited(ok), stationery.get())),
                  mistakes,
                  Set.of())
              : new Checked(Optional.empty(), mistakes, Set.of());
    };
  }

  /** Each law once; one of several rows that nobody checked is enough for its mark. */
  private static List<Letter.Basis> cited(Answer.Ok ok) {
    Map<String, Boolean> laws = new LinkedHashMap<>();
    for (BasisRow row : ok.laws()) {
      laws.merge(row.basis(), row.check().isOpen(), Boolean::logicalOr);
    }
    return laws.entrySet().stream()
        .map(law -> new Letter.Basis(law.getKey(), law.getValue()))
        .toList();
  }
}
