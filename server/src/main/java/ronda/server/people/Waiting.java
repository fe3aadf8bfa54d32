package ronda.server.people;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import ronda.server.door.Caller;
import ronda.server.page.StartItem;
import ronda.server.page.StartItems;

/** All that needs a person now, from every room that has something to say. */
@Component
class Waiting {
  private final List<StartItems> sources;

  Waiting(List<StartItems> sources) {
    this.sources = sources;
  }

  /** The lines with something in them, the most pressing first. */
  List<StartItem> of(Caller.Person person) {
    return sources.stream()
        .flatMap(source -> source.of(person).stream())
        .filter(item -> item.count() > 0)
        .sorted(Comparator.comparingInt(StartItem::order))
        .toList();
  }
}
