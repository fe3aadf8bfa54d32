package ronda.server.policies;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import ronda.casework.policy.OfficePolicy;
import ronda.casework.policy.PolicyVersion;
import ronda.identify.decide.Policy;
import ronda.policies.cel.PolicyText;
import ronda.policies.cel.PolicyWords;
import ronda.server.door.Caller;

/** Fills the page of one policy: its text, what is wrong with it, and all that is known of it. */
@Component
final class PolicyEditor {
  private static final int ORDINARY_DAYS = 7;

  private final PolicyDesk desk;
  private final RuleProse prose;
  private final Mistakes mistakes;

  PolicyEditor(PolicyDesk desk, RuleProse prose, Mistakes mistakes) {
    this.desk = desk;
    this.prose = prose;
    this.mistakes = mistakes;
  }

  /**
   * The page of one policy.
   *
   * @param policy empty if it has no version yet
   * @param text what stands in the editor
   */
  void show(
      Caller.Person person, String name, Optional<OfficePolicy> policy, String text, Model model) {
    UUID office = person.office();
    model.addAttribute("name", name);
    model.addAttribute("policy", policy.orElse(null));
    model.addAttribute("text", text);
    model.addAttribute("prose", prose.of(name, LocaleContextHolder.getLocale()));
    model.addAttribute("words", words());
    model.addAttribute("history", desk.history(office, name));
    model.addAttribute("trials", desk.trials(office, name));
    Optional<PolicyText> about = policy.flatMap(PolicyEditor::inEditor);
    model.addAttribute("about", about.orElse(null));
    model.addAttribute("canHurt", about.map(this::canHurt).orElse(""));
    model.addAttribute(
        "line",
        desk.all(office).stream()
            .filter(line -> line.policy().name().equals(name))
            .findFirst()
            .orElse(null));
    model.addAttribute(
        "tripped", desk.tripped(office).stream().filter(day -> day.policy().equals(name)).toList());
    if (!model.containsAttribute("days")) {
      model.addAttribute("days", ORDINARY_DAYS);
    }
    if (!model.containsAttribute("shown")) {
      model.addAttribute("shown", PolicyDesk.markOf(policy).mark());
    }
    if (!model.containsAttribute("why")) {
      model.addAttribute("why", "");
    }
    check(office, name, text, model);
  }

  /** Who is hurt by a mistake, in the reader's language as far as anybody wrote it down. */
  private String canHurt(PolicyText text) {
    Policy.About about = text.policy().about();
    return LocaleContextHolder.getLocale().getLanguage().equals("en")
        ? about.canHurt()
        : desk.shipped(text.policy().name())
            .filter(shipped -> shipped.canHurt().equals(about.canHurtIndonesian()))
            .map(Policy.About::canHurtIndonesian)
            .orElse(about.canHurtIndonesian());
  }

  private void check(UUID office, String name, String text, Model model) {
    model.addAttribute("beyond", ScoreBounds.beyond(text));
    switch (PolicyText.read(name, text)) {
      case PolicyText.Read.Sound sound -> {
        model.addAttribute("mistakes", List.of());
        model.addAttribute("isTried", desk.isTried(office, sound.policy()));
      }
      case PolicyText.Read.Unsound unsound -> {
        model.addAttribute("mistakes", mistakes.tell(unsound.mistakes()));
        model.addAttribute("isTried", false);
      }
    }
  }

  /** The mistakes alone, for the script that asks while one writes. */
  void showMistakes(UUID office, String name, String text, Model model) {
    model.addAttribute("name", name);
    check(office, name, text, model);
  }

  private static Optional<PolicyText> inEditor(OfficePolicy policy) {
    return policy.shown().flatMap(PolicyDesk::read);
  }

  /** The text that one begins to change: of the version in force, or else of the one on trial. */
  String textOf(OfficePolicy policy) {
    return policy.shown().map(PolicyVersion::text).orElseGet(() -> template(policy.name()));
  }

  /** The words of a condition by their group: first the policy's own category, then the others. */
  private static Map<String, List<PolicyWords.Word>> words() {
    return PolicyWords.all().stream()
        .collect(
            Collectors.groupingBy(
                PolicyWords.Word::group, LinkedHashMap::new, Collectors.toList()));
  }

  /** What an author begins with. It is sound, and finds nearly nothing. */
  static String template(String name) {
    return """
    # Apa yang ditangkap, apa yang terlewat, siapa yang bisa dirugikan: tulis di sini.
    name: %s
    version: 1
    daily-limit: %d
    category: gambling
    mode: shadow
    severity: medium
    legal-basis: judi (perlu-verifikasi)
    indonesian: Percobaan.
    english: A trial.
    can-hurt: Whom does a mistake of this policy hurt?
    can-hurt-indonesian: Siapa yang dirugikan bila kebijakan ini keliru?
    floor: 0.5
    condition: |
      promotes && score >= 0.95
    """
        .formatted(name, PolicyText.ORDINARY_LIMIT);
  }
}
