package ronda.server.referral;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ronda.casework.office.Permission;
import ronda.casework.referral.Addressee;
import ronda.casework.referral.Destination;
import ronda.casework.referral.Destination.Change;
import ronda.casework.referral.Referral;
import ronda.server.desk.Desks;
import ronda.server.door.Acts;
import ronda.server.door.Allowed;
import ronda.server.door.Caller;
import ronda.server.page.Shown;
import ronda.store.sql.SqlAddressees;
import ronda.store.sql.SqlDestinations;

/**
 * Whether a letter still goes to whom it was written to; a person says so where name or address
 * have changed since.
 */
@Controller
class DestinationActs {
  private final Desks desks;
  private final Correspondence letters;
  private final Acts acts;

  DestinationActs(Desks desks, Correspondence letters, Acts acts) {
    this.desks = desks;
    this.letters = letters;
    this.acts = acts;
  }

  /** What has changed about whom this referral is for, since a person saw it last. */
  static Set<Change> changes(Referral referral, JdbcClient jdbc) {
    SqlAddressees addressees = new SqlAddressees(jdbc);
    Addressee now = addressees.byId(referral.addresseeId()).orElseThrow();
    return new SqlDestinations(jdbc)
        .of(referral.id())
        .map(seen -> seen.changes(now, addressees.isRetired(now.id())))
        .orElse(Set.of());
  }

  /**
   * The mark of what a page showed as the addressee, so that nobody confirms what they never saw.
   */
  static String mark(Addressee addressee) {
    return Shown.of(addressee).mark();
  }

  /** A person looked at what changed: the letters of this referral go there. */
  @Allowed(Permission.REFER)
  @PostMapping("/referrals/{id}/destination")
  String confirm(
      Caller.Person person,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String shown,
      RedirectAttributes next) {
    Told told =
        desks.change(
            person.office(),
            (desk, jdbc) -> {
              Referral referral = ReferralActs.forChange(person, id, jdbc);
              Set<Change> changes = changes(referral, jdbc);
              Addressee now = new SqlAddressees(jdbc).byId(referral.addresseeId()).orElseThrow();
              if (!new Shown(shown).isStill(Shown.of(now))) {
                return Told.NOT_STILL;
              }
              if (changes.isEmpty() || changes.stream().anyMatch(Change::wantsNewLetter)) {
                return Told.NOT_CONFIRMED;
              }
              new SqlDestinations(jdbc)
                  .put(id, Destination.of(now), person.signature(), letters.now());
              acts.write(
                  person,
                  "destination-confirmed",
                  "letter:" + referral.letter(),
                  Map.of(
                      "changed",
                      changes.stream().map(Change::name).collect(Collectors.joining(", ")),
                      "name",
                      now.name(),
                      "email",
                      now.email()));
              return Told.CONFIRMED;
            });
    return ReferralActs.told(told, id, next);
  }
}
