package ronda.server.referral;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
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
import ronda.casework.authority.Recipient;
import ronda.casework.office.Permission;
import ronda.casework.referral.Addressee;
import ronda.casework.referral.Scheme;
import ronda.casework.referral.Stationery;
import ronda.casework.referral.Target;
import ronda.letters.mail.MailSettings;
import ronda.letters.mail.OfficialInterface;
import ronda.letters.pgp.RecipientKey;
import ronda.server.door.Acts;
import ronda.server.door.Allowed;
import ronda.server.door.Caller;
import ronda.server.page.Fields;
import ronda.server.page.MessageKeys;
import ronda.server.page.Shown;
import ronda.server.referral.Entered.Wrong;
import ronda.store.sql.InOffice;
import ronda.store.sql.SqlAddressees;
import ronda.store.sql.SqlTurns;

/** What letters bear, and who gets them: settings of an office. */
@Controller
class LetterSettings {
  private static final int LONGEST_TEXT = 1_000;
  private static final int MOST_ADDRESSEES = 500;

  private final InOffice tables;
  private final Acts acts;
  private final MailSettings mail;
  private final Correspondence letters;

  LetterSettings(InOffice tables, Acts acts, MailSettings mail, Correspondence letters) {
    this.tables = tables;
    this.acts = acts;
    this.mail = mail;
    this.letters = letters;
  }

  /**
   * An addressee with the fingerprint of its key, as the page shows it.
   *
   * @param typed what stands in its form
   * @param open whether it came back with a mistake, and stands open
   */
  record Listed(
      Addressee addressee,
      String fingerprint,
      String owner,
      boolean usable,
      Map<String, String> typed,
      boolean open) {
    Listed with(Map<String, String> sent) {
      return new Listed(addressee, fingerprint, owner, usable, sent, true);
    }
  }

  private Listed listed(Addressee one) {
    Map<String, String> typed = typed(one);
    if (one.key().isBlank()) {
      return new Listed(one, "", "", false, typed, false);
    }
    return switch (RecipientKey.read(one.key(), letters.now())) {
      case RecipientKey.Answer.Read read ->
          new Listed(one, read.key().fingerprint(), read.key().owner(), true, typed, false);
      case RecipientKey.Answer.Refused refused ->
          new Listed(one, MessageKeys.of(refused.why()), "", false, typed, false);
    };
  }

  private static Map<String, String> typed(Addressee one) {
    return Map.of(
        "id", one.id().toString(),
        "stays", one.kind().code(),
        "shown", markOf(one).mark(),
        "name", one.name(),
        "kind", one.kind().code(),
        "target", one.target().code(),
        "postal", one.postal(),
        "email", one.email(),
        "endpoint", one.endpoint(),
        "key", one.key());
  }

  private static Shown markOf(Record kept) {
    return Shown.of(kept);
  }

  private static Map<String, String> typed(Stationery one) {
    Map<String, String> typed = new HashMap<>();
    typed.put("shown", markOf(one).mark());
    typed.put("letterhead", one.letterhead());
    typed.put("place", one.place());
    typed.put("signerTitle", one.signerTitle());
    typed.put("signerName", one.signerName());
    typed.put("signerNumber", one.signerNumber());
    typed.put("pattern", one.scheme().pattern());
    typed.put("unit", one.scheme().unit());
    typed.put("from", one.from());
    typed.put("superior", one.superior());
    typed.put("mostADay", Integer.toString(one.chasing().mostADay()));
    if (one.chasing().byItself()) {
      typed.put("byItself", "yes");
    }
    return typed;
  }

  /** The page comes back with what was typed, and says what came of it. */
  private String again(
      Caller.Person person, Entered entered, Model model, HttpServletResponse response) {
    boolean late = entered instanceof Entered.ChangedMeanwhile;
    response.setStatus((late ? HttpStatus.CONFLICT : HttpStatus.BAD_REQUEST).value());
    model.addAttribute("problem", key(entered));
    return page(person, model);
  }

  /** The key of the words that say what came of it. */
  private static String key(Entered entered) {
    return switch (entered) {
      case Entered.Kept kept -> "letters.addressee-kept";
      case Entered.ChangedMeanwhile late -> "letters.changed-meanwhile";
      case Entered.Refused refused -> "letters.wrong." + MessageKeys.of(refused.what());
      case Entered.KeyRefused refused -> "letters.wrong.key." + MessageKeys.of(refused.why());
    };
  }

  @Allowed({Permission.KEEP_OFFICE, Permission.READ_EVERYTHING})
  @GetMapping("/office/letters")
  String page(Caller.Person person, Model model) {
    tables.read(
        person.office(),
        jdbc -> {
          SqlAddressees kept = new SqlAddressees(jdbc);
          model.addAttribute("typed", typed(kept.stationery().orElse(BLANK)));
          model.addAttribute("blank", Map.of());
          model.addAttribute("addressees", kept.all().stream().map(this::listed).toList());
          return model;
        });
    model.addAttribute("kinds", Recipient.values());
    model.addAttribute("smtp", mail.smtp().map(Object::toString).orElse(""));
    model.addAttribute("imap", mail.imap().map(Object::toString).orElse(""));
    return "referral/settings";
  }

  private static final Stationery BLANK =
      new Stationery(
          "",
          "",
          "",
          "",
          "",
          new Scheme("B-{n}/{unit}/{roman}/{year}", "KOMINFO"),
          "",
          Stationery.Chasing.BY_A_PERSON,
          "");

  @Allowed(Permission.KEEP_OFFICE)
  @PostMapping("/office/letters")
  String change(
      Caller.Person person,
      @RequestParam Map<String, String> sent,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    Optional<Wrong> wrong = wrong(sent);
    if (wrong.isPresent()) {
      String page = again(person, new Entered.Refused(wrong.get()), model, response);
      model.addAttribute("typed", sent);
      return page;
    }
    Stationery stationery =
        new Stationery(
            lines(sent, "letterhead"),
            line(sent, "place"),
            line(sent, "signerTitle"),
            line(sent, "signerName"),
            line(sent, "signerNumber"),
            new Scheme(line(sent, "pattern"), line(sent, "unit")),
            line(sent, "from"),
            new Stationery.Chasing(
                sent.containsKey("byItself"), Integer.parseInt(line(sent, "mostADay"))),
            line(sent, "superior"));
    Optional<Stationery> other =
        tables.write(
            person.office(),
            jdbc -> {
              SqlAddressees kept = new SqlAddressees(jdbc);
              SqlTurns.take("letters", jdbc);
              Stationery before = kept.stationery().orElse(BLANK);
              if (!isStill(before, sent)) {
                return Optional.of(before);
              }
              kept.put(stationery);
              acts.write(
                  person,
                  "stationery-changed",
                  "office:" + person.office(),
                  Map.of(
                      "from", stationery.from(),
                      "pattern", stationery.scheme().pattern(),
                      "chasesByItself", Boolean.toString(stationery.chasing().byItself())));
              return Optional.empty();
            });
    if (other.isPresent()) {
      String page = again(person, new Entered.ChangedMeanwhile(), model, response);
      model.addAttribute("standing", typed(other.get()));
      model.addAttribute("typed", withMarkOf(other.get(), sent));
      return page;
    }
    next.addFlashAttribute("notice", "letters.changed");
    return "redirect:/office/letters";
  }

  /** Whether what is kept is still what the form showed. */
  private static boolean isStill(Record kept, Map<String, String> sent) {
    return new Shown(sent.getOrDefault("shown", "")).isStill(markOf(kept));
  }

  /** What was typed, in a form that has seen what is kept now. */
  private static Map<String, String> withMarkOf(Record kept, Map<String, String> sent) {
    Map<String, String> typed = new HashMap<>(sent);
    typed.put("shown", markOf(kept).mark());
    return typed;
  }

  private static Optional<Wrong> wrong(Map<String, String> sent) {
    String from = line(sent, "from");
    String superior = line(sent, "superior");
    String most = line(sent, "mostADay");
    if (!Scheme.isOne(line(sent, "pattern")) || !isPlain(line(sent, "unit"))) {
      return Optional.of(Wrong.PATTERN);
    }
    if (!from.isEmpty() && !Fields.isEmail(from)
        || !superior.isEmpty() && !Fields.isEmail(superior)) {
      return Optional.of(Wrong.EMAIL);
    }
    boolean number =
        !most.isEmpty() && most.length() < 4 && most.chars().allMatch(Character::isDigit);
    return number && Integer.parseInt(most) <= 100 ? Optional.empty() : Optional.of(Wrong.MOST);
  }

  private static boolean isPlain(String unit) {
    return unit.length() <= 100
        && unit.chars().allMatch(c -> c >= ' ' && c < 127 && c != '"' && c != '<' && c != '>');
  }

  @Allowed(Permission.KEEP_OFFICE)
  @PostMapping("/office/letters/addressees")
  String put(
      Caller.Person person,
      @RequestParam(required = false) Optional<UUID> id,
      @RequestParam Map<String, String> sent,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    Entered entered =
        tables.write(
            person.office(),
            jdbc -> {
              SqlAddressees kept = new SqlAddressees(jdbc);
              SqlTurns.take("letters", jdbc);
              Optional<Addressee> before = id.flatMap(kept::byId);
              if (id.isPresent() && before.isEmpty()) {
                throw new ResponseStatusException(HttpStatus.NOT_FOUND);
              }
              Optional<Entered> refused = refusal(sent);
              if (refused.isPresent()) {
                return refused.get();
              }
              if (before.filter(one -> !isStill(one, sent)).isPresent()) {
                return new Entered.ChangedMeanwhile();
              }
              if (before.filter(one -> !one.kind().code().equals(line(sent, "kind"))).isPresent()) {
                return new Entered.Refused(Wrong.KIND_STAYS);
              }
              if (before.isEmpty() && kept.all().size() >= MOST_ADDRESSEES) {
                return new Entered.Refused(Wrong.MANY);
              }
              Addressee one = addressee(id.orElseGet(UUID::randomUUID), sent);
              kept.put(one);
              acts.write(
                  person,
                  "addressee-kept",
                  "addressee:" + one.id(),
                  Map.of(
                      "kind", one.kind().code(),
                      "email", one.email(),
                      "key", listed(one).fingerprint()));
              return new Entered.Kept();
            });
    if (!(entered instanceof Entered.Kept)) {
      boolean late = entered instanceof Entered.ChangedMeanwhile;
      String page = again(person, entered, model, response);
      model.addAttribute("isLate", late);
      tables.read(
          person.office(),
          jdbc -> {
            SqlAddressees kept = new SqlAddressees(jdbc);
            Optional<Addressee> now = id.filter(one -> late).flatMap(kept::byId);
            return keepTyped(id, now.map(one -> withMarkOf(one, sent)).orElse(sent), kept, model);
          });
      return page;
    }
    next.addFlashAttribute("notice", key(entered));
    return "redirect:/office/letters";
  }

  /** Puts what was typed into the form it was typed in. */
  private Model keepTyped(
      Optional<UUID> id, Map<String, String> sent, SqlAddressees kept, Model model) {
    if (id.isEmpty()) {
      return model.addAttribute("blank", sent);
    }
    return model.addAttribute(
        "addressees",
        kept.all().stream()
            .map(one -> one.id().equals(id.get()) ? listed(one).with(sent) : listed(one))
            .toList());
  }

  /** What is wrong with an addressee as it was typed; empty if nothing is. */
  private Optional<Entered> refusal(Map<String, String> sent) {
    String name = line(sent, "name");
    String email = line(sent, "email");
    String endpoint = line(sent, "endpoint");
    String key = sent.getOrDefault("key", "").strip();
    if (name.isEmpty() || name.length() > Addressee.LONGEST_NAME) {
      return refused(Wrong.NAME);
    }
    if (Recipient.ofCode(line(sent, "kind")).isEmpty()) {
      return refused(Wrong.KIND);
    }
    if (!email.isEmpty() && !Fields.isEmail(email)) {
      return refused(Wrong.EMAIL);
    }
    if (!endpoint.isEmpty() && OfficialInterface.address(endpoint).isEmpty()) {
      return refused(Wrong.ENDPOINT);
    }
    if (Target.ofCode(line(sent, "target")).isEmpty()) {
      return refused(Wrong.TARGET);
    }
    if (!key.isEmpty()
        && RecipientKey.read(key, letters.now()) instanceof RecipientKey.Answer.Refused refused) {
      return Optional.of(new Entered.KeyRefused(refused.why()));
    }
    return Optional.empty();
  }

  private static Optional<Entered> refused(Wrong what) {
    return Optional.of(new Entered.Refused(what));
  }

  private static Addressee addressee(UUID id, Map<String, String> sent) {
    return new Addressee(
        id,
        Recipient.ofCode(line(sent, "kind")).orElseThrow(),
        line(sent, "name"),
        lines(sent, "postal"),
        line(sent, "email"),
        sent.getOrDefault("key", "").strip(),
        line(sent, "endpoint"),
        Target.ofCode(line(sent, "target")).orElseThrow());
  }

  @Allowed(Permission.KEEP_OFFICE)
  @PostMapping("/office/letters/addressees/{id}/retire")
  String retire(Caller.Person person, @PathVariable UUID id, RedirectAttributes next) {
    tables.run(
        person.office(),
        jdbc -> {
          if (!new SqlAddressees(jdbc).retire(id)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
          }
          acts.write(person, "addressee-retired", "addressee:" + id, Map.of());
        });
    next.addFlashAttribute("notice", "letters.addressee-retired");
    return "redirect:/office/letters";
  }

  private static String line(Map<String, String> sent, String name) {
    return Fields.line(sent.get(name), LONGEST_TEXT);
  }

  private static String lines(Map<String, String> sent, String name) {
    StringBuilder all = new StringBuilder();
    sent.getOrDefault(name, "")
        .lines()
        .limit(20)
        .map(Fields::line)
        .filter(line -> !line.isEmpty())
        .forEach(line -> all.append(all.isEmpty() ? "" : "\n").append(line));
    return all.substring(0, Math.min(all.length(), LONGEST_TEXT));
  }
}
