package ronda.server.transparency;

import java.time.LocalDate;
import java.util.List;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import ronda.identify.decide.Policy;
import ronda.server.door.Open;
import ronda.server.patrol.OfficePatrols;
import ronda.server.policies.RuleProse;

/**
 * By which rules the machine raises posts and how often it errs, for anybody (cara kerja). It tells
 * of the policies that come with Ronda; what an office writes of its own is not told here.
 */
@Controller
class MethodPages {
  private final OfficePatrols patrols;
  private final RuleProse prose;
  private final List<Measurement> measured = Measurement.all();

  MethodPages(OfficePatrols patrols, RuleProse prose) {
    this.patrols = patrols;
    this.prose = prose;
  }

  @Open("the public reads how the machine works and how often it errs")
  @GetMapping("/methods")
  String methods(Model model) {
    model.addAttribute("policies", policies());
    model.addAttribute("measuredOn", LocalDate.parse(measured.getFirst().numbers().getFirst()));
    model.addAttribute("measured", measured.subList(1, measured.size()));
    return "transparency/methods";
  }

  @Open("the public reads by which rules the machine raises posts")
  @GetMapping("/methods/{name}")
  String method(@PathVariable String name, Model model) {
    Policy policy =
        policies().stream()
            .filter(one -> one.name().equals(name))
            .findFirst()
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute("policy", policy);
    model.addAttribute("prose", prose.of(name, LocaleContextHolder.getLocale()));
    return "transparency/method";
  }

  private List<Policy> policies() {
    return patrols.shipped().stream().map(text -> text.policy()).toList();
  }

  /** Whether the rule of this name is told to the public. */
  boolean tells(String policy) {
    return policies().stream().anyMatch(one -> one.name().equals(policy));
  }
}
