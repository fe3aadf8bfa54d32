package ronda.server.policies;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import ronda.casework.office.Permission;
import ronda.casework.policy.OfficePolicy;
import ronda.casework.policy.PolicyVersion;
import ronda.identify.decide.Failures;
import ronda.identify.decide.Policies;
import ronda.identify.decide.Policy;
import ronda.identify.lexicon.LexiconFolder;
import ronda.policies.cel.PolicyText;
import ronda.server.door.Allowed;
import ronda.server.door.Caller;
import ronda.server.patrol.Dressed;
import ronda.server.patrol.OfficePatrols;

/** The office's policies, one policy, one version of it. */
@Controller
class PolicyPages {
  private final PolicyDesk desk;
  private final PolicyEditor editor;
  private final UpdateDesk updates;
  private final OfficePatrols patrols;

  PolicyPages(PolicyDesk desk, PolicyEditor editor, UpdateDesk updates, OfficePatrols patrols) {
    this.desk = desk;
    this.editor = editor;
    this.updates = updates;
    this.patrols = patrols;
  }

  @Allowed(Permission.READ_POLICIES)
  @GetMapping("/policies")
  String all(Caller.Person person, Model model) {
    List<PolicyDesk.Line> lines = desk.all(person.office());
    List<PolicyText> offered = updates.offered(person.office());
    Set<String> own = lines.stream().map(line -> line.policy().name()).collect(Collectors.toSet());
    model.addAttribute("lines", lines);
    model.addAttribute(
        "newer",
        offered.stream()
            .collect(
                Collectors.toMap(text -> text.policy().name(), text -> text.policy().version())));
    model.addAttribute(
        "newcomers",
        offered.stream().map(PolicyText::policy).filter(one -> !own.contains(one.name())).toList());
    model.addAttribute("tripped", desk.tripped(person.office()));
    Dressed dressed = patrols.dressed(person.office());
    model.addAttribute("unreadable", dressed.unreadable());
    model.addAttribute("failing", failed(dressed.policies()));
    model.addAttribute("refused", refusedWords());
    model.addAttribute("neverBlocked", patrols.neverBlocked());
    return "policies/list";
  }

  /**
   * A policy whose condition could not be answered.
   *
   * @param times how often since this server was started
   * @param why for the last time
   */
  public record Failed(String policy, int version, long times, Failures.Why why) {}

  private static List<Failed> failed(Policies policies) {
    return policies.failing().stream()
        .map(
            policy -> {
              Failures failures = policy.condition().failures();
              return new Failed(
                  policy.name(), policy.version(), failures.times(), failures.last().orElseThrow());
            })
        .toList();
  }

  private List<String> refusedWords() {
    return patrols.words() instanceof LexiconFolder.Outcome.Refused refused
        ? refused.complaints()
        : List.of();
  }

  @Allowed(Permission.READ_POLICIES)
  @GetMapping("/policies/{name}")
  String one(Caller.Person person, @PathVariable String name, Model model) {
    OfficePolicy policy =
        desk.named(person.office(), name)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    updates.of(person.office(), name).ifPresent(update -> model.addAttribute("update", update));
    editor.show(person, policy.name(), Optional.of(policy), editor.textOf(policy), model);
    return "policies/one";
  }

  /** A page to write a policy that does not exist yet; only its name is given. */
  @Allowed(Permission.KEEP_POLICIES)
  @GetMapping("/policies/new")
  String begin(Caller.Person person, @RequestParam(defaultValue = "") String name, Model model) {
    String wanted = name.strip();
    boolean isTaken = desk.named(person.office(), wanted).isPresent();
    if (!Policy.isName(wanted) || wanted.equals("new") || isTaken) {
      model.addAttribute("name", wanted);
      model.addAttribute("isTaken", isTaken);
      return "policies/new";
    }
    editor.show(person, wanted, Optional.empty(), PolicyEditor.template(wanted), model);
    return "policies/one";
  }

  @Allowed(Permission.READ_POLICIES)
  @GetMapping("/policies/{name}/versions/{number}")
  String version(
      Caller.Person person, @PathVariable String name, @PathVariable int number, Model model) {
    PolicyVersion version =
        desk.version(person.office(), name, number)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    String before =
        desk.version(person.office(), name, number - 1).map(PolicyVersion::text).orElse("");
    model.addAttribute("version", version);
    model.addAttribute("shown", PolicyDesk.markOf(desk.named(person.office(), name)).mark());
    model.addAttribute(
        "used", desk.named(person.office(), name).filter(now -> uses(now, number)).isPresent());
    model.addAttribute(
        "changes", LineChanges.between(before.isEmpty() ? version.text() : before, version.text()));
    return "policies/version";
  }

  /** Whether a version is in force or on trial now. */
  private static boolean uses(OfficePolicy policy, int number) {
    return Stream.of(policy.inForce(), policy.onTrial())
        .flatMap(Optional::stream)
        .anyMatch(version -> version.number() == number);
  }
}
