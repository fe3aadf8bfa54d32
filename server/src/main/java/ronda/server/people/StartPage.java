package ronda.server.people;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import ronda.casework.office.Role;
import ronda.server.door.AnyOfficer;
import ronda.server.door.Caller;

/** What needs this person now. */
@Controller
class StartPage {
  private final Waiting waiting;
  private final WaysInByOthers waysIn;

  StartPage(Waiting waiting, WaysInByOthers waysIn) {
    this.waiting = waiting;
    this.waysIn = waysIn;
  }

  @AnyOfficer("each line of it is chosen by what the person may do")
  @GetMapping("/")
  String start(Caller.Person person, Model model) {
    model.addAttribute("items", waiting.of(person));
    model.addAttribute("waysIn", waysIn.of(person.officer()));
    model.addAttribute("speaks", person.officer().roles().contains(Role.SPOKESPERSON));
    return "people/start";
  }
}
