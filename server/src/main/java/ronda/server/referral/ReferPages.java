package ronda.server.referral;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
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
import ronda.letters.form.LetterFile;
import ronda.letters.form.LetterSheet;
import ronda.paper.print.Print;
import ronda.server.authority.Authorities;
import ronda.server.desk.Desks;
import ronda.server.desk.WholeCase;
import ronda.server.door.Acts;
import ronda.server.door.Allowed;
import ronda.server.door.Caller;
import ronda.store.sql.SqlAddressees;
import ronda.store.sql.SqlCases;
import ronda.store.sql.SqlFormKeys;

/** Writes a referral: choose whom, fill in what they ask for, see what would leave, write it. */
@Controller
class ReferPages {
  private final Desks desks;
  private final Authorities authorities;
  private final Correspondence letters;
  private static final int MOST_NAMED = 5;

  private final Acts acts;
  private final Offices offices;

  ReferPages(
      Desks desks, Authorities authorities, Correspondence letters, Acts acts, Offices offices) {
    this.offices = offices;
    this.desks = desks;
    this.authorities = authorities;
    this.letters = letters;
    this.acts = acts;
  }

  @Allowed(Permission.REFER)
  @GetMapping("/cases/{number}/refer")
  String begin(
      Caller.Person person,
      @PathVariable String number,
      @RequestParam(defaultValue = "") String to,
      Model model) {
    return desks.look(
        person.office(),
        jdbc -> {
          Material material = material(person, number, jdbc);
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
          String page = form(person, material, addressee, material.withTicked(empty), jdbc, model);
          model.addAttribute("fresh", true);
          model.addAttribute("known", known.keySet());
          model.addAttribute("unlisted", material.unlisted(asked, "addresses"));
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
      return Optional.of(addressee(person, material, id(to), jdbc));
    }
    List<Addressee> ofKind =
        new SqlAddressees(jdbc)
            .of(kinds(person, material)).stream().filter(one -> one.kind() == kind.get()).toList();
    return ofKind.size() == 1 ? Optional.of(ofKind.getFirst()) : Optional.empty();
  }

  private static UUID id(String to) {
    try {
      return UUID.fromString(to);
    } catch (IllegalArgumentException none) {
      throw notFound();
    }
  }

  private Material material(Caller.Person person, String number, JdbcClient jdbc) {
    CaseFile file =
        WholeCase.of(person.officer(), new SqlCases(jdbc).find(number), jdbc)
            .orElseThrow(ReferPages::notFound);
    return Material.of(file, letters.zone(), jdbc);
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }

  /** Whom the authority table knows for this category, by what they may do. */
  private Set<Recipient> kinds(Caller.Person person, Material material) {
    return authorities
        .of(person.office())
        .recipients(
            authorities.actor(person.office()),
            material.matter().file().category(),
            letters.now().atZone(letters.zone()).toLocalDate());
  }

  private String choose(Caller.Person person, Material material, JdbcClient jdbc, Model model) {
    Set<Recipient> kinds = kinds(person, material);
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
    model.addAttribute("missing", missing(addressees.stationery()));
    model.addAttribute("keepers", keepers(person));
    return "referral/choose";
  }

  /** Who of the office looks after letterhead and addressees, by name. */
  private String keepers(Caller.Person person) {
    return offices.officersOf(person.office()).stream()
        .filter(one -> one.may(Permission.KEEP_OFFICE))
        .limit(MOST_NAMED)
        .map(Officer::name)
        .collect(Collectors.joining(", "));
  }

  /** Why no letter can be written yet; empty if one can. */
  private static String missing(Optional<Stationery> stationery) {
    return stationery.map(one -> one.missing().orElse("")).orElse("letterhead");
  }

  private Addressee addressee(Caller.Person person, Material material, UUID to, JdbcClient jdbc) {
    return new SqlAddressees(jdbc)
        .of(kinds(person, material)).stream()
            .filter(one -> one.id().equals(to))
            .findFirst()
            .orElseThrow(ReferPages::notFound);
  }

  private String form(
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
    model.addAttribute("form", Form.of(addressee.kind(), file.category()));
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
  private static Map<String, String> byField(List<Form.Mistake> mistakes) {
    Map<String, String> wrong = new LinkedHashMap<>();
    mistakes.forEach(mistake -> wrong.putIfAbsent(mistake.field().code(), mistake.how()));
    return wrong;
  }

  /** Back from what would leave to the form, with all that was typed. */
  @Allowed(Permission.REFER)
  @PostMapping("/cases/{number}/refer/change")
  String change(
      Caller.Person person,
      @PathVariable String number,
      @RequestParam UUID to,
      @RequestParam MultiValueMap<String, String> sent,
      Model model) {
    return desks.look(
        person.office(),
        jdbc -> {
          Material material = material(person, number, jdbc);
          Addressee addressee = addressee(person, material, to, jdbc);
          return form(person, material, addressee, Draft.of(sent), jdbc, model);
        });
  }

  /** Shows what would leave, or what is wrong with the draft. */
  @Allowed(Permission.REFER)
  @PostMapping("/cases/{number}/refer/preview")
  String preview(
      Caller.Person person,
      @PathVariable String number,
      @RequestParam UUID to,
      @RequestParam MultiValueMap<String, String> sent,
      Model model) {
    return desks.look(
        person.office(),
        jdbc -> {
          Material material = material(person, number, jdbc);
          Addressee addressee = addressee(person, material, to, jdbc);
          Draft draft = material.withTicked(Draft.of(sent));
          Checked checked = check(person, material, addressee, draft, jdbc);
          form(person, material, addressee, draft, jdbc, model);
          model.addAttribute("wrong", byField(checked.mistakes()));
          model.addAttribute("refusals", checked.refusals());
          checked
              .composed()
              .ifPresent(
                  composed -> {
                    model.addAttribute("formKey", UUID.randomUUID());
                    model.addAttribute("letter", composed.letter());
                    model.addAttribute(
                        "disguised",
                        Print.notes(LetterSheet.of(composed.letter(), letters.zone())));
                    model.addAttribute(
                        "json", LetterFile.json(composed.letter(), composed.typed()));
                  });
          return checked.composed().isPresent() ? "referral/preview" : "referral/form";
        });
  }

  /** The draft as it would be printed. */
  @Allowed(Permission.REFER)
  @PostMapping("/cases/{number}/refer/preview.pdf")
  ResponseEntity<byte[]> paper(
      Caller.Person person,
      @PathVariable String number,
      @RequestParam UUID to,
      @RequestParam MultiValueMap<String, String> sent) {
    Correspondence.Composed composed =
        desks.look(
            person.office(),
            jdbc -> {
              Material material = material(person, number, jdbc);
              Addressee addressee = addressee(person, material, to, jdbc);
              Draft draft = material.withTicked(Draft.of(sent));
              return check(person, material, addressee, draft, jdbc)
                  .composed()
                  .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
            });
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .body(Print.pdf(LetterSheet.of(composed.letter(), letters.zone())));
  }

  /**
   * What came of looking at a draft.
   *
   * @param composed the letter; empty if something is wrong
   */
  private record Checked(
      Optional<Correspondence.Composed> composed,
      List<Form.Mistake> mistakes,
      Set<ReferralGuard.Refusal> refusals) {}

  private Checked check(
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

  /**
   * What came of writing a letter.
   *
   * @param place the referral's page; empty if nothing was written
   * @param again whether this form wrote it before
   */
  private record Written(String place, boolean again) {}

  /** Writes the letter, once for each form: it gets its number and no longer changes. */
  @Allowed(Permission.REFER)
  @PostMapping("/cases/{number}/refer")
  String write(
      Caller.Person person,
      @PathVariable String number,
      @RequestParam UUID to,
      @RequestParam(defaultValue = "") String key,
      @RequestParam MultiValueMap<String, String> sent,
      RedirectAttributes next) {
    Written written =
        desks.change(
            person.office(),
            (desk, jdbc) -> {
              Material material = material(person, number, jdbc);
              Addressee addressee = addressee(person, material, to, jdbc);
              Draft draft = material.withTicked(Draft.of(sent));
              Checked checked = check(person, material, addressee, draft, jdbc);
              if (!checked.refusals().isEmpty()) {
                acts.write(
                    person,
                    "referral-refused",
                    "case:" + number,
                    Map.of("to", addressee.kind().code(), "why", checked.refusals().toString()));
              }
              if (checked.composed().isEmpty()) {
                return new Written("", false);
              }
              Correspondence.Composed composed = checked.composed().get();
              String place = "/referrals/" + composed.letter().referral();
              Optional<String> before =
                  new SqlFormKeys(jdbc).use(person.officer().id(), key, place, letters.now());
              if (before.isEmpty()) {
                letters.write(composed, addressee, person, desk, jdbc);
              }
              return new Written(before.orElse(place), before.isPresent());
            });
    if (written.place().isEmpty()) {
      next.addFlashAttribute("problem", "refer.not-written");
      return "redirect:/cases/" + number + "/refer?to=" + to;
    }
    next.addFlashAttribute("notice", written.again() ? "refer.written-before" : "refer.written");
    return "redirect:" + written.place();
  }
}
