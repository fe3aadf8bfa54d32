package ronda.server.policies;

import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ronda.casework.office.Permission;
import ronda.identify.lexicon.LexiconFolder;
import ronda.server.page.MenuItem;
import ronda.server.page.StartItem;
import ronda.server.page.StartItem.Urgency;
import ronda.server.page.StartItems;
import ronda.server.patrol.OfficePatrols;

/** What policies add to the menu, and to what needs a person now. */
@Configuration(proxyBeanMethods = false)
class PolicyItems {
  @Bean
  MenuItem policiesItem() {
    return new MenuItem(500, "policy.menu", "/policies", Permission.READ_POLICIES);
  }

  /** Head, analyst and administrator are told: they may do something about it. */
  @Bean
  StartItems policyLines(PolicyDesk desk, UpdateDesk updates, OfficePatrols patrols) {
    return person -> {
      if (!person.may(Permission.KEEP_POLICIES)) {
        return List.of();
      }
      List<StartItem> lines = new ArrayList<>();
      long tripped = desk.tripped(person.office()).size();
      lines.add(new StartItem(5, "policy.start.tripped", tripped, "/policies", Urgency.NOW));
      long unreadable = patrols.dressed(person.office()).unreadable().size();
      lines.add(new StartItem(6, "policy.start.unreadable", unreadable, "/policies", Urgency.NOW));
      long refused = patrols.words() instanceof LexiconFolder.Outcome.Refused ? 1 : 0;
      lines.add(new StartItem(7, "policy.start.words", refused, "/policies", Urgency.TODAY));
      long newer = updates.offered(person.office()).size();
      lines.add(new StartItem(8, "policy.start.newer", newer, "/policies", Urgency.TODAY));
      return lines;
    };
  }
}
