package ronda.server.authority;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ronda.casework.office.Permission;
import ronda.server.page.MenuItem;
import ronda.server.page.MissingPart;
import ronda.server.page.MissingParts;
import ronda.server.page.StartItem;
import ronda.server.page.StartItems;

/** Where the table stands in the menu, and whom a proposal waits for. */
@Configuration(proxyBeanMethods = false)
class AuthorityMenu {
  @Bean
  MenuItem authorityInMenu() {
    return new MenuItem(450, "authority.menu", "/authority", Permission.READ_AUTHORITY);
  }

  @Bean
  StartItems authorityItems(Authorities authorities) {
    return person -> {
      if (!person.may(Permission.APPROVE_AUTHORITY)) {
        return List.of();
      }
      long waiting =
          authorities.look(person.office(), versions -> versions.waiting()).stream()
              .filter(version -> version.proposer().filter(person.officer().id()::equals).isEmpty())
              .count();
      return List.of(
          new StartItem(
              450,
              "start.authority.waiting",
              waiting,
              "/authority/proposals",
              StartItem.Urgency.TODAY));
    };
  }

  @Bean
  MissingParts missingJurist(Authorities authorities) {
    return person ->
        authorities.awaitsJurist(person.office())
            ? List.of(new MissingPart(40, "start.missing.jurist", "/authority"))
            : List.of();
  }
}
