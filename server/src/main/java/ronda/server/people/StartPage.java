package ronda.server.people;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import ronda.casework.office.Permission;
import ronda.casework.office.Role;
import ronda.server.door.AnyOfficer;
import ronda.server.door.Caller;
import ronda.server.page.MissingPart;
import ronda.server.page.MissingParts;
import ronda.server.page.StartItem;
import ronda.server.page.StartItem.Urgency;
import ronda.store.login.Credentials;
import ronda.store.login.ProviderAccounts;
import ronda.store.login.Session;

/** What needs this person now. */
@Controller
class StartPage {
  private final Waiting waiting;
  private final WaysInByOthers waysIn;
  private final List<MissingParts> missing;
  private final Credentials credentials;
  private final ProviderAccounts provided;

  StartPage(
      Waiting waiting,
      WaysInByOthers waysIn,
      List<MissingParts> missing,
      Credentials credentials,
      ProviderAccounts provided) {
    this.waiting = waiting;
    this.waysIn = waysIn;
    this.missing = List.copyOf(missing);
    this.credentials = credentials;
    this.provided = provided;
  }

  /** What the office still lacks, for who looks after it. */
  private List<MissingPart> missing(Caller.Person person) {
    return person.may(Permission.KEEP_OFFICE)
        ? missing.stream()
            .flatMap(room -> room.of(person).stream())
            .sorted(Comparator.comparingInt(MissingPart::order))
            .toList()
        : List.of();
  }

  /** Whoever came by a one-time link, and has no other way, does not come in a second time. */
  private boolean hasNoWayBack(Caller.Person person) {
    UUID officer = person.officer().id();
    return person.session().means() == Session.Means.LINK
        && credentials.password(officer).isEmpty()
        && !provided.has(officer);
  }

  @AnyOfficer("each line of it is chosen by what the person may do")
  @GetMapping("/")
  String start(Caller.Person person, Model model) {
    Map<Boolean, List<StartItem>> lines =
        waiting.of(person).stream()
            .collect(Collectors.partitioningBy(item -> item.urgency() != Urgency.OTHERS));
    model.addAttribute("items", lines.get(true));
    model.addAttribute("others", lines.get(false));
    model.addAttribute("missing", missing(person));
    model.addAttribute("noWayBack", hasNoWayBack(person));
    model.addAttribute("waysIn", waysIn.of(person.officer()));
    model.addAttribute("speaks", person.officer().roles().contains(Role.SPOKESPERSON));
    return "people/start";
  }
}
