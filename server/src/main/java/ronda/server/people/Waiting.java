package ronda.server.people;

import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import ronda.casework.office.Officer;
import ronda.server.door.Caller;
import ronda.server.page.StartItem;
import ronda.server.page.StartItems;

/**
 * All that needs a person now, from every room that has something to say. What was found for one
 * page of a person's is shared with the other pages that the same person has open.
 */
@Component
class Waiting {
  /** How old what is shared may be. */
  static final Duration LIFE = Duration.ofSeconds(4);

  /** Of how many people the lines are kept; of further ones they are asked for again. */
  static final int MOST_KEPT = 400;

  private final List<StartItems> sources;
  private final Duration life;

  /**
   * Kept by all that an officer is, and not by their id: what somebody may see follows from their
   * office, place, roles and what they agreed to see. Whoever of whom one of these changes is
   * somebody else here.
   */
  private final Map<Officer, Lines> kept =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Officer, Lines> eldest) {
              return size() > MOST_KEPT;
            }
          });

  @Autowired
  Waiting(List<StartItems> sources) {
    this(sources, LIFE);
  }

  Waiting(List<StartItems> sources, Duration life) {
    this.sources = List.copyOf(sources);
    this.life = life;
  }

  /** The lines with something in them, the most pressing first, as they are now. */
  List<StartItem> of(Caller.Person person) {
    return lines(person).since(System.nanoTime(), person);
  }

  /** The same as they were at most {@link #LIFE} ago: for pages that ask again and again. */
  List<StartItem> lately(Caller.Person person) {
    return lines(person).since(System.nanoTime() - life.toNanos(), person);
  }

  private Lines lines(Caller.Person person) {
    return kept.computeIfAbsent(person.officer(), officer -> new Lines());
  }

  private List<StartItem> ask(Caller.Person person) {
    return sources.stream()
        .flatMap(source -> source.of(person).stream())
        .filter(item -> item.count() > 0)
        .sorted(Comparator.comparingInt(StartItem::order))
        .toList();
  }

  /** One person's lines. Who asks while they are being worked out waits for that and shares it. */
  private final class Lines {
    private List<StartItem> items = List.of();
    private boolean asked;
    private long begun;

    synchronized List<StartItem> since(long earliest, Caller.Person person) {
      if (!asked || begun - earliest < 0) {
        long now = System.nanoTime();
        items = ask(person);
        begun = now;
        asked = true;
      }
      return items;
    }
  }
}
