package ronda.server.people;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import ronda.server.door.AnyOfficer;
import ronda.server.door.Caller;
import ronda.server.page.StartItem;
import ronda.server.page.StartItems;

/** What needs this person now. */
@Controller
class StartPage {
  private final List<StartItems> sources;

  StartPage(List<StartItems> sources) {
    this.sources = sources;
  }

  @AnyOfficer("each line of it is chosen by what the person may do")
  @GetMapping("/")
  String start(Caller.Person person, Model model) {
    List<StartItem> items =
        sources.stream()
            .flatMap(source -> source.of(person).stream())
            .filter(item -> item.count() > 0)
            .sorted(Comparator.comparingInt(StartItem::order))
            .toList();
    model.addAttribute("items", items);
    return "people/start";
  }
}
