package ronda.server.referral;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ronda.casework.office.Permission;
import ronda.casework.referral.Addressee;
import ronda.casework.referral.Referral;
import ronda.letters.form.LetterFile;
import ronda.letters.form.LetterSheet;
import ronda.paper.print.Print;
import ronda.paper.print.Sheet;
import ronda.server.desk.Desks;
import ronda.server.door.Acts;
import ronda.server.door.Allowed;
import ronda.server.door.Caller;
import ronda.store.sql.SqlFormKeys;

/** Writes a referral: see all that would leave, then write the letter. */
@Controller
class WritePages {
  private final Desks desks;
  private final Drafting drafting;
  private final Correspondence letters;
  private final Sendoff sendoff;
  private final Rewriting rewriting;
  private final Acts acts;

  WritePages(
      Desks desks,
      Drafting drafting,
      Correspondence letters,
      Sendoff sendoff,
      Rewriting rewriting,
      Acts acts) {
    this.rewriting = rewriting;
    this.desks = desks;
    this.drafting = drafting;
    this.letters = letters;
    this.sendoff = sendoff;
    this.acts = acts;
  }

  /** Shows what would leave, or what is wrong with the draft. */
  @Allowed(Permission.REFER)
  @PostMapping("/cases/{number}/refer/preview")
  String preview(
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
          Draft draft = material.withTicked(Draft.of(sent));
          Drafting.Checked checked = drafting.check(person, material, addressee, draft, jdbc);
          drafting.form(person, material, addressee, draft, jdbc, model);
          model.addAttribute(
              "again", Rewriting.of(again, number, person, jdbc).map(Referral::id).orElse(null));
          model.addAttribute("wrong", Drafting.byField(checked.mistakes()));
          model.addAttribute("refusals", checked.refusals());
          checked
              .composed()
              .ifPresent(
                  composed -> {
                    model.addAttribute("formKey", UUID.randomUUID());
                    model.addAttribute("letter", composed.letter());
                    Sheet sheet = LetterSheet.of(composed.letter(), letters.zone());
                    String json = LetterFile.json(composed.letter(), composed.typed());
                    model.addAttribute("disguised", Print.notes(sheet));
                    model.addAttribute("json", json);
                    model.addAttribute(
                        "leaving",
                        sendoff.leaving(
                            new Sendoff.Paper(composed.letter().number(), Print.pdf(sheet), json),
                            addressee,
                            letters.now(),
                            jdbc));
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
              Material material = drafting.material(person, number, jdbc);
              Addressee addressee = drafting.addressee(person, material, to, jdbc);
              Draft draft = material.withTicked(Draft.of(sent));
              return drafting
                  .check(person, material, addressee, draft, jdbc)
                  .composed()
                  .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
            });
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .body(Print.pdf(LetterSheet.of(composed.letter(), letters.zone())));
  }

  /**
   * What came of writing a letter.
   *
   * @param place the referral's page; empty if nothing was written
   * @param words the key of what is said there
   */
  private record Written(String place, String words) {}

  /** Writes the letter, once for each form: it gets its number and no longer changes. */
  @Allowed(Permission.REFER)
  @PostMapping("/cases/{number}/refer")
  String write(
      Caller.Person person,
      @PathVariable String number,
      @RequestParam UUID to,
      @RequestParam(defaultValue = "") String key,
      @RequestParam(defaultValue = "") String again,
      @RequestParam MultiValueMap<String, String> sent,
      RedirectAttributes next) {
    Written written =
        desks.change(
            person.office(),
            (desk, jdbc) -> {
              Material material = drafting.material(person, number, jdbc);
              Addressee addressee = drafting.addressee(person, material, to, jdbc);
              Draft draft = material.withTicked(Draft.of(sent));
              Drafting.Checked checked = drafting.check(person, material, addressee, draft, jdbc);
              if (!checked.refusals().isEmpty()) {
                acts.write(
                    person,
                    "referral-refused",
                    "case:" + number,
                    Map.of("to", addressee.kind().code(), "why", checked.refusals().toString()));
              }
              if (checked.composed().isEmpty()) {
                return new Written("", "refer.not-written");
              }
              Correspondence.Composed composed = checked.composed().get();
              String place = "/referrals/" + composed.letter().referral();
              Optional<String> before =
                  new SqlFormKeys(jdbc).use(person.officer().id(), key, place, letters.now());
              if (before.isPresent()) {
                return new Written(before.get(), "refer.written-before");
              }
              Optional<Referral> old = Rewriting.forChange(again, number, person, jdbc);
              Referral fresh = letters.write(composed, addressee, person, desk, jdbc);
              old.ifPresent(one -> rewriting.replaced(one, fresh.letter(), person, desk, jdbc));
              boolean beside = !again.isEmpty() && old.isEmpty();
              return new Written(place, beside ? "refer.written-beside" : "refer.written");
            });
    if (written.place().isEmpty()) {
      next.addFlashAttribute("problem", written.words());
      return "redirect:/cases/" + number + "/refer?to=" + to;
    }
    next.addFlashAttribute("notice", written.words());
    return "redirect:" + written.place();
  }
}
