package ronda.server.people;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ronda.casework.office.Permission;
import ronda.server.page.MenuItem;

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
}
