package ronda.server.people;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ronda.casework.office.Offices;
import ronda.casework.office.Permission;
import ronda.server.page.MenuItem;
import ronda.server.page.MissingPart;
import ronda.server.page.MissingParts;

/** The menu entries of this room: they stand last. */
@Configuration(proxyBeanMethods = false)
class PeopleMenu {
  @Bean
  MenuItem peopleItem() {
    return new MenuItem(900, "people.menu", "/people", Permission.READ_PEOPLE);
  }

  @Bean
  MenuItem officeItem() {
    return new MenuItem(
        910, "office.menu", "/office", Permission.KEEP_OFFICE, Permission.READ_EVERYTHING);
  }

  @Bean
  MenuItem auditItem() {
    return new MenuItem(920, "audit.menu", "/audit", Permission.READ_AUDIT);
  }

  /** Two people judge what weighs: one who may is not enough. */
  @Bean
  MissingParts missingPeople(Offices offices) {
    return person -> {
      long reviewers =
          offices.officersOf(person.office()).stream()
              .filter(one -> one.may(Permission.REVIEW))
              .count();
      return reviewers >= 2
          ? List.of()
          : List.of(
              new MissingPart(
                  10, reviewers == 0 ? "start.missing.people" : "start.missing.second", "/people"));
    };
  }
}
