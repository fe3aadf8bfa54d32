package ronda.server.objection;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ronda.casework.office.Permission;
import ronda.server.page.MenuItem;
import ronda.server.page.StartItem;
import ronda.server.page.StartItems;
import ronda.store.sql.InOffice;
import ronda.store.sql.SqlObjections;

/** Where objections stand in the menu, and which of them wait or are late. */
@Configuration(proxyBeanMethods = false)
class ObjectionMenu {
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
      return tables.read(
          person.office(),
          jdbc -> {
            SqlObjections objections = new SqlObjections(jdbc).seenBy(person.officer());
            long late = objections.late(now);
            return List.of(
                new StartItem(
                    5, "start.objection.late", late, "/objections", StartItem.Urgency.NOW),
                new StartItem(
                    15,
                    "start.objection.waiting",
                    objections.count(false) - late,
                    "/objections",
                    StartItem.Urgency.TODAY));
          });
    };
  }
}
