package ronda.server.objection;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ronda.casework.objection.Objection;
import ronda.casework.office.Permission;
import ronda.server.page.MenuItem;
import ronda.server.page.StartItem;
import ronda.server.page.StartItems;
import ronda.store.sql.InOffice;
import ronda.store.sql.SqlObjections;

/** Where objections stand in the menu, and which of them wait or are late. */
@Configuration(proxyBeanMethods = false)
class ObjectionMenu {
  private static final int MOST = 1_000;

  @Bean
  MenuItem objectionsInMenu() {
    return new MenuItem(
        250,
        "objection.menu",
        "/objections",
        Permission.JUDGE_OBJECTIONS,
        Permission.READ_EVERYTHING);
  }

  @Bean
  StartItems objectionItems(InOffice tables, InstantSource clock) {
    return person -> {
      if (!person.may(Permission.JUDGE_OBJECTIONS)) {
        return List.of();
      }
      Instant now = clock.instant();
      List<Objection> waiting =
          tables.read(
              person.office(),
              jdbc -> new SqlObjections(jdbc).seenBy(person.officer()).waiting(MOST));
      long late = waiting.stream().filter(one -> one.isOverdue(now)).count();
      boolean all = waiting.size() < MOST; // Those that are due first stand first.
      return List.of(
          new StartItem(
              5,
              "start.objection.late",
              late,
              "/objections",
              StartItem.Urgency.NOW,
              !all && late == MOST),
          new StartItem(
              15,
              "start.objection.waiting",
              waiting.size() - late,
              "/objections",
              StartItem.Urgency.TODAY,
              !all));
    };
  }
}
