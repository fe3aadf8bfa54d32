package ronda.server.authority;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
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
import ronda.casework.authority.Act;
import ronda.casework.authority.Actor;
import ronda.casework.authority.Authority;
import ronda.casework.authority.AuthorityChanges;
import ronda.casework.authority.Check;
import ronda.casework.authority.Recipient;
import ronda.casework.authority.Row;
import ronda.casework.authority.RowVersion;
import ronda.casework.authority.RowWords;
import ronda.casework.authority.Ruling;
import ronda.casework.office.Permission;
import ronda.identify.post.Category;
import ronda.server.door.Allowed;
import ronda.server.door.Caller;
import ronda.server.page.Fields;
import ronda.server.page.MessageKeys;

/** Who may do what: the table, one row with all it ever was, and changes that two people make. */
@Controller
class AuthorityPages {
  private static final List<String> OF_ACTS =
      List.of("act", "by", "category", "says", "to", "from", "until");
  private static final List<String> OF_LAWS =
      List.of("category", "from", "until", "threat", "complaint", "defamation");
  private static final List<String> OF_BOTH = List.of("basis", "source", "check", "note");

  private final Authorities authorities;

  AuthorityPages(Authorities authorities) {
    this.authorities = authorities;
  }

  @Allowed(Permission.READ_AUTHORITY)
  @GetMapping("/authority")
  String table(
      Caller.Person person,
      @RequestParam(defaultValue = "") String act,
      @RequestParam(defaultValue = "own") String by,
      @RequestParam(defaultValue = "") String category,
      @RequestParam(defaultValue = "") String day,
      Model model) {
    authorities.begin(person.office());
    Authority table = authorities.of(person.office());
    Actor own = authorities.actor(person.office());
    TableQuery query = TableQuery.of(act, by, category, day, own, authorities.today());
    model.addAttribute("query", query);
    model.addAttribute("acts", table.acts().stream().filter(query::shows).toList());
    model.addAttribute("laws", table.bases().stream().filter(query::shows).toList());
    model.addAttribute("waiting", waiting(person).size());
    choices(model);
    return "authority/table";
  }

  private List<RowVersion> waiting(Caller.Person person) {
    return authorities.look(person.office(), versions -> versions.waiting());
  }

  private static void choices(Model model) {
    model.addAttribute("allActs", Act.values());
    model.addAttribute("allActors", Actor.values());
    model.addAttribute("allCategories", Category.values());
    model.addAttribute("allRulings", Ruling.values());
    model.addAttribute("allRecipients", Recipient.values());
    model.addAttribute("allChecks", Check.values());
  }

  @Allowed(Permission.READ_AUTHORITY)
  @GetMapping("/authority/rows/{id}")
  String row(Caller.Person person, @PathVariable String id, Model model) {
    List<RowVersion> history = history(person, id);
    if (history.isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return row(person, history, Map.of(), model);
  }

  /**
   * The page of a row.
   *
   * @param typed what stands in its form; empty for the row as it is
   */
  private static String row(
      Caller.Person person, List<RowVersion> history, Map<String, String> typed, Model model) {
    RowVersion shown =
        history.stream().filter(RowVersion::isApproved).findFirst().orElse(history.getFirst());
    Map<String, String> words = RowWords.of(shown.row());
    model.addAttribute("row", shown.row());
    model.addAttribute("struck", shown.struck() && shown.isApproved());
    model.addAttribute("words", words);
    model.addAttribute("typed", typed.isEmpty() ? words : typed);
    model.addAttribute("history", history);
    model.addAttribute("mine", person.officer().id());
    model.addAttribute("waits", history.stream().anyMatch(RowVersion::isWaiting));
    choices(model);
    return "authority/row";
  }

  private List<RowVersion> history(Caller.Person person, String id) {
    return authorities.look(person.office(), versions -> versions.history(id));
  }

  @Allowed(Permission.KEEP_AUTHORITY)
  @GetMapping("/authority/new")
  String fresh(@RequestParam(defaultValue = "act") String kind, Model model) {
    return fresh(kind.equals("act"), Map.of(), model);
  }

  private static String fresh(boolean ofAct, Map<String, String> typed, Model model) {
    model.addAttribute("ofAct", ofAct);
    model.addAttribute("typed", typed);
    choices(model);
    return "authority/new";
  }

  @Allowed(Permission.KEEP_AUTHORITY)
  @PostMapping("/authority/new")
  String enter(
      Caller.Person person,
      @RequestParam Map<String, String> sent,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    String id = Fields.line(sent.get("id"));
    boolean ofAct = sent.containsKey("act");
    Optional<String> refused =
        history(person, id).isEmpty()
            ? propose(person, id, sent, ofAct)
            : Optional.of("authority.refused.taken");
    if (refused.isPresent()) {
      again(refused.get(), model, response);
      return fresh(ofAct, typed(id, sent, ofAct), model);
    }
    next.addFlashAttribute("notice", "authority.proposed");
    return "redirect:/authority/rows/" + id;
  }

  @Allowed(Permission.KEEP_AUTHORITY)
  @PostMapping("/authority/rows/{id}/propose")
  String change(
      Caller.Person person,
      @PathVariable String id,
      @RequestParam Map<String, String> sent,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    List<RowVersion> history = history(person, id);
    if (history.isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    boolean ofAct = RowWords.of(history.getFirst().row()).containsKey("act");
    Optional<String> refused = propose(person, id, sent, ofAct);
    if (refused.isPresent()) {
      again(refused.get(), model, response);
      return row(person, history, typed(id, sent, ofAct), model);
    }
    next.addFlashAttribute("notice", "authority.proposed");
    return "redirect:/authority/rows/" + id;
  }

  /** The form comes back with what was typed, and this problem. */
  private static void again(String problem, Model model, HttpServletResponse response) {
    response.setStatus(HttpStatus.BAD_REQUEST.value());
    model.addAttribute("problem", problem);
  }

  /** Proposes; the key of why not, if it was refused. */
  private Optional<String> propose(
      Caller.Person person, String id, Map<String, String> sent, boolean ofAct) {
    String why = Fields.line(sent.get("why"), RowVersion.LONGEST_REASON);
    Row row;
    try {
      row = RowWords.row(words(id, sent, ofAct));
    } catch (IllegalArgumentException odd) {
      // What exactly is odd was written for programmers; the form says which fields there are.
      return Optional.of("authority.refused.not-a-row");
    }
    return refusal(
        authorities.change(
            person.office(),
            (changes, versions) ->
                changes.propose(
                    person.officer(), row, sent.containsKey("strike"), why, authorities.now())));
  }

  private static Map<String, String> typed(String id, Map<String, String> sent, boolean ofAct) {
    Map<String, String> typed = words(id, sent, ofAct);
    typed.put("why", Fields.line(sent.get("why")));
    typed.put("strike", Fields.line(sent.get("strike")));
    return typed;
  }

  private static Map<String, String> words(String id, Map<String, String> typed, boolean ofAct) {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("id", id);
    (ofAct ? OF_ACTS : OF_LAWS).forEach(name -> words.put(name, Fields.line(typed.get(name))));
    OF_BOTH.forEach(name -> words.put(name, Fields.line(typed.get(name))));
    return words;
  }

  /** Why it was refused, as a message's key. */
  private static Optional<String> refusal(AuthorityChanges.Answer answer) {
    return switch (answer) {
      case AuthorityChanges.Answer.Done made -> Optional.empty();
      case AuthorityChanges.Answer.Refused refused ->
          Optional.of("authority.refused." + MessageKeys.of(refused.reason()));
    };
  }

  /** Puts a word for the next page. */
  private static void tell(AuthorityChanges.Answer answer, String done, RedirectAttributes next) {
    Optional<String> refused = refusal(answer);
    next.addFlashAttribute(refused.isPresent() ? "problem" : "notice", refused.orElse(done));
  }

  @Allowed(Permission.READ_AUTHORITY)
  @GetMapping("/authority/proposals")
  String proposals(Caller.Person person, Model model) {
    model.addAttribute("proposals", waiting(person));
    model.addAttribute("mine", person.officer().id());
    return "authority/proposals";
  }

  @Allowed(Permission.APPROVE_AUTHORITY)
  @PostMapping("/authority/proposals/{id}")
  String decide(
      Caller.Person person,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String decision,
      @RequestParam(defaultValue = "") String why,
      RedirectAttributes next) {
    boolean approved = decision.equals("approve");
    AuthorityChanges.Answer answer =
        authorities.change(
            person.office(),
            (changes, versions) ->
                changes.decide(
                    person.officer(),
                    id,
                    approved,
                    Fields.line(why, RowVersion.LONGEST_REASON),
                    authorities.now()));
    if (answer instanceof AuthorityChanges.Answer.Refused refused
        && refused.reason() == AuthorityChanges.Refusal.NO_SUCH_VERSION) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    tell(answer, approved ? "authority.approved" : "authority.rejected", next);
    return "redirect:/authority/proposals";
  }
}
