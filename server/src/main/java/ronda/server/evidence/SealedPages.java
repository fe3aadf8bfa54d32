package ronda.server.evidence;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import ronda.casework.office.Permission;
import ronda.server.door.Allowed;
import ronda.server.door.Caller;

/** What to do about evidence that no key of this server opens. */
@Controller
class SealedPages {
  static final String PLACE = "/evidence/sealed-elsewhere";

  private final SealedElsewhere elsewhere;
  private final boolean beside;

  SealedPages(SealedElsewhere elsewhere, VaultSettings settings) {
    this.elsewhere = elsewhere;
    this.beside = settings.areBesideTheData();
  }

  @Allowed({Permission.KEEP_EVIDENCE, Permission.KEEP_OFFICE, Permission.READ_EVERYTHING})
  @GetMapping(PLACE)
  String sealed(Caller.Person person, Model model) {
    model.addAttribute("closed", elsewhere.of(person.office()));
    model.addAttribute("beside", beside);
    return "evidence/sealed-elsewhere";
  }
}
