package ronda.server.authority;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    RowVersion shown =
        history.stream().filter(RowVersion::isApproved).findFirst().orElse(history.getFirst());
    model.addAttribute("row", shown.row());
    model.addAttribute("struck", shown.struck() && shown.isApproved());
    model.addAttribute("words", RowWords.of(shown.row()));
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
    model.addAttribute("ofAct", kind.equals("act"));
    model.addAttribute("words", Map.of());
    choices(model);
    return "authority/new";
  }

  @Allowed(Permission.KEEP_AUTHORITY)
  @PostMapping("/authority/new")
  String enter(
      Caller.Person person, @RequestParam Map<String, String> typed, RedirectAttributes next) {
    String id = Fields.line(typed.get("id"));
    if (!history(person, id).isEmpty()) {
      next.addFlashAttribute("problem", "authority.refused.taken");
      return "redirect:/authority/new?kind=" + (typed.containsKey("act") ? "act" : "law");
    }
    return propose(person, id, typed, typed.containsKey("act"), next);
  }

  @Allowed(Permission.KEEP_AUTHORITY)
  @PostMapping("/authority/rows/{id}/propose")
  String change(
      Caller.Person person,
      @PathVariable String id,
      @RequestParam Map<String, String> typed,
      RedirectAttributes next) {
    List<RowVersion> history = history(person, id);
    if (history.isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    boolean ofAct = RowWords.of(history.getFirst().row()).containsKey("act");
    return propose(person, id, typed, ofAct, next);
  }

  private String propose(
      Caller.Person person,
      String id,
      Map<String, String> typed,
      boolean ofAct,
      RedirectAttributes next) {
    String why = bounded(Fields.line(typed.get("why")));
    Row row;
    try {
      row = RowWords.row(words(id, typed, ofAct));
    } catch (IllegalArgumentException odd) {
      // What exactly is odd was written for programmers; the form says which fields there are.
      next.addFlashAttribute("problem", "authority.refused.not-a-row");
      return history(person, id).isEmpty()
          ? "redirect:/authority/new?kind=" + (ofAct ? "act" : "law")
          : "redirect:/authority/rows/" + id;
    }
    AuthorityChanges.Answer answer =
        authorities.change(
            person.office(),
            (changes, versions) ->
                changes.propose(
                    person.officer(), row, typed.containsKey("strike"), why, authorities.now()));
    tell(answer, "authority.proposed", next);
    return history(person, id).isEmpty()
        ? "redirect:/authority/new?kind=" + (ofAct ? "act" : "law")
        : "redirect:/authority/rows/" + id;
  }

  private static Map<String, String> words(String id, Map<String, String> typed, boolean ofAct) {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("id", id);
    (ofAct ? OF_ACTS : OF_LAWS).forEach(name -> words.put(name, Fields.line(typed.get(name))));
    OF_BOTH.forEach(name -> words.put(name, Fields.line(typed.get(name))));
    return words;
  }

  private static String bounded(String text) {
    return text.substring(0, Math.min(text.length(), RowVersion.LONGEST_REASON));
  }

  /** Puts a word for the next page. */
  private static void tell(AuthorityChanges.Answer answer, String done, RedirectAttributes next) {
    switch (answer) {
      case AuthorityChanges.Answer.Done made -> next.addFlashAttribute("notice", done);
      case AuthorityChanges.Answer.Refused refused ->
          next.addFlashAttribute("problem", "authority.refused." + Keys.of(refused.reason()));
    }
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
                    person.officer(), id, approved, bounded(Fields.line(why)), authorities.now()));
    if (answer instanceof AuthorityChanges.Answer.Refused refused
        && refused.reason() == AuthorityChanges.Refusal.NO_SUCH_VERSION) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    tell(answer, approved ? "authority.approved" : "authority.rejected", next);
    return "redirect:/authority/proposals";
  }
}
