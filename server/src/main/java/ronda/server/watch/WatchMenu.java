package ronda.server.watch;

import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ronda.casework.office.Permission;
import ronda.server.page.MenuItem;
import ronda.server.page.MissingPart;
import ronda.server.page.MissingParts;
import ronda.server.page.StartItem;
import ronda.server.page.StartItems;
import ronda.store.sql.SqlModusCatalogue;
import ronda.store.sql.SqlNotices;
import ronda.store.sql.SqlWatchedAccounts;

/** Where these pages stand in the menu, and what of them needs somebody now. */
@Configuration(proxyBeanMethods = false)
class WatchMenu {
  private static final int MOST_COUNTED = 1_001;

  @Bean
  MenuItem watchlistInMenu() {
    return new MenuItem(400, "watch.menu", "/watchlist", Permission.READ_WATCHLIST);
  }

  @Bean
  MenuItem modusInMenu() {
    return new MenuItem(410, "modus.menu", "/modus", Permission.READ_WATCHLIST);
  }

  @Bean
  MenuItem noticesInMenu() {
    return new MenuItem(420, "notice.menu", "/notices", Permission.READ_DESK);
  }

  @Bean
  StartItems watchItems(WatchTables tables) {
    return person ->
        tables.look(
            person.office(),
            jdbc -> {
              List<StartItem> items = new ArrayList<>();
              if (person.may(Permission.KEEP_WATCHLIST)) {
                long back =
                    new SqlWatchedAccounts(jdbc)
                        .seemBack(person.officer().region(), MOST_COUNTED)
                        .size();
                items.add(
                    StartItem.countedUpTo(
                        MOST_COUNTED,
                        400,
                        "start.watch.back",
                        back,
                        "/watchlist",
                        StartItem.Urgency.TODAY));
              }
              if (person.may(Permission.READ_DESK)) {
                items.add(
                    new StartItem(
                        410,
                        "start.notices.unread",
                        new SqlNotices(jdbc).unread(),
                        "/notices",
                        StartItem.Urgency.TODAY));
              }
              return items;
            });
  }

  /** Who may not load the catalogue is led to the people, one of whom may. */
  @Bean
  MissingParts missingModus(WatchTables tables) {
    return person -> {
      boolean none = tables.look(person.office(), jdbc -> new SqlModusCatalogue(jdbc).count() == 0);
      boolean may = person.may(Permission.KEEP_WATCHLIST);
      return none
          ? List.of(
              new MissingPart(
                  30,
                  may ? "start.missing.modus" : "start.missing.modus-by-another",
                  may ? "/modus" : "/people"))
          : List.of();
    };
  }
}
