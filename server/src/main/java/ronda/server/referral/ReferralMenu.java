package ronda.server.referral;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ronda.casework.office.Permission;
import ronda.casework.referral.Referral;
import ronda.server.desk.Desks;
import ronda.server.page.MenuItem;
import ronda.server.page.MissingPart;
import ronda.server.page.MissingParts;
import ronda.server.page.StartItem;
import ronda.server.page.StartItems;
import ronda.store.sql.SqlAddressees;
import ronda.store.sql.SqlReferrals;
import ronda.store.sql.SqlReplies;

/** Where these pages stand in the menu, and what of them needs somebody now. */
@Configuration(proxyBeanMethods = false)
class ReferralMenu {
  @Bean
  MenuItem referralsInMenu() {
    return new MenuItem(220, "referral.menu", "/referrals", Permission.READ_CASES);
  }

  @Bean
  StartItems referralItems(Desks desks, Chasing chasing) {
    return person ->
        !person.may(Permission.REFER)
            ? List.of()
            : desks.look(
                person.office(),
                jdbc -> {
                  List<StartItem> items = new ArrayList<>();
                  SqlReferrals referrals = new SqlReferrals(jdbc).seenBy(person.officer());
                  items.add(
                      new StartItem(
                          220,
                          "start.referrals.overdue",
                          chasing.overdue(person.officer(), jdbc).size(),
                          "/referrals?show=overdue",
                          StartItem.Urgency.NOW));
                  items.add(
                      new StartItem(
                          221,
                          "start.referrals.replied",
                          referrals.count(Optional.of(Referral.State.REPLIED)),
                          "/referrals?show=replied",
                          StartItem.Urgency.TODAY));
                  items.add(
                      new StartItem(
                          222,
                          "start.referrals.stuck",
                          referrals.countStuck(),
                          "/referrals?show=stuck",
                          StartItem.Urgency.NOW));
                  items.add(
                      new StartItem(
                          223,
                          "start.referrals.written",
                          referrals.countUnsent(),
                          "/referrals?show=written",
                          StartItem.Urgency.CALM));
                  items.add(
                      new StartItem(
                          224,
                          "start.referrals.unknown",
                          new SqlReplies(jdbc).countUnknown(),
                          "/referrals/unknown",
                          StartItem.Urgency.TODAY));
                  return items;
                });
  }

  @Bean
  MissingParts missingLetters(Desks desks) {
    return person ->
        desks.look(
            person.office(),
            jdbc -> {
              SqlAddressees kept = new SqlAddressees(jdbc);
              List<MissingPart> missing = new ArrayList<>();
              if (kept.stationery().filter(one -> one.missing().isEmpty()).isEmpty()) {
                missing.add(new MissingPart(20, "start.missing.letterhead", "/office/letters"));
              }
              if (kept.all().isEmpty()) {
                missing.add(new MissingPart(21, "start.missing.addressees", "/office/letters"));
              }
              return missing;
            });
  }
}
