package ronda.server.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ronda.casework.cases.CaseFile;
import ronda.casework.office.Permission;
import ronda.casework.review.Jobs;
import ronda.server.door.Caller;
import ronda.server.page.MenuItem;
import ronda.server.page.StartItem;
import ronda.server.page.StartItem.Urgency;
import ronda.server.page.StartItems;
import ronda.store.sql.SqlCases;
import ronda.store.sql.SqlJobs;

/** What the desk adds to the menu, and to what needs a person now. */
@Configuration(proxyBeanMethods = false)
class DeskItems {
  @Bean
  MenuItem queueItem() {
    return new MenuItem(100, "menu.queue", "/queue", Permission.READ_DESK);
  }

  @Bean
  MenuItem casesItem() {
    return new MenuItem(200, "menu.cases", "/cases", Permission.READ_CASES);
  }

  @Bean
  MenuItem bringItem() {
    return new MenuItem(150, "menu.bring", "/bring", Permission.BRING_POSTS);
  }

  @Bean
  MenuItem batchesItem() {
    return new MenuItem(
        155, "batches.title", "/batches", Permission.READ_EVERYTHING, Permission.KEEP_OFFICE);
  }

  @Bean
  StartItems deskLines(Desks desks) {
    return person -> {
      Instant now = desks.clock().instant();
      return desks.look(
          person.office(),
          jdbc -> {
            List<StartItem> lines = new ArrayList<>();
            if (person.may(Permission.READ_DESK)) {
              queueLines(person, new SqlJobs(jdbc), now, lines);
            }
            if (person.may(Permission.KEEP_CASES)) {
              long open =
                  new SqlCases(jdbc)
                      .seenBy(person.officer())
                      .count(Optional.of(CaseFile.Status.OPEN));
              lines.add(new StartItem(30, "start.open-cases", open, "/cases", Urgency.CALM));
            }
            return lines;
          });
    };
  }

  private static void queueLines(
      Caller.Person person, Jobs jobs, Instant now, List<StartItem> lines) {
    if (person.may(Permission.REVIEW)) { // Nobody else is waited for.
      lines.add(line(10, "mine", Urgency.NOW, person, jobs, now));
      lines.add(line(11, "disputed", Urgency.TODAY, person, jobs, now));
      lines.add(line(12, "second", Urgency.TODAY, person, jobs, now));
    }
    Urgency urgency = person.may(Permission.REVIEW) ? Urgency.CALM : Urgency.OTHERS;
    lines.add(line(20, "open", urgency, person, jobs, now));
  }

  private static StartItem line(
      int order, String show, Urgency urgency, Caller.Person person, Jobs jobs, Instant now) {
    String message = "start.queue." + (urgency == Urgency.OTHERS ? "others" : show);
    QueueQuery query = QueueQuery.of(Map.of("show", show));
    long count = jobs.count(query.filter(person.officer(), now), now);
    return StartItem.countedUpTo(
        Jobs.MOST_COUNTED, order, message, count, "/queue?show=" + show, urgency);
  }
}
