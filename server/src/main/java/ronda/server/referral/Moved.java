package ronda.server.referral;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import ronda.casework.referral.Addressee;
import ronda.casework.referral.Destination;
import ronda.casework.referral.Destination.Change;
import ronda.casework.referral.Referral;
import ronda.casework.referral.Sending;
import ronda.letters.mail.OutgoingMail;
import ronda.store.sql.SqlAddressees;
import ronda.store.sql.SqlDestinations;
import ronda.store.sql.SqlOutbox;

/**
 * What has become of a recipient since a mail to it was made (tujuan berubah): sent once more, the
 * mail goes where it went before, for the key of before. A person sees both and chooses.
 *
 * @param before where the mail goes
 * @param now where letters to this recipient go today; may be empty
 * @param changes what is no longer as it was; never empty
 */
record Moved(String before, String now, Set<Change> changes) {
  private static final Duration SECOND = Duration.ofSeconds(1);

  /** Those of the sendings that could still leave, by their ids. */
  static Map<UUID, Moved> of(Referral referral, List<LetterLine> lines, JdbcClient jdbc) {
    Map<UUID, Moved> all = new HashMap<>();
    for (Sending sending : new SqlOutbox(jdbc).ofReferral(referral.id())) {
      of(sending, referral, lines, jdbc).ifPresent(moved -> all.put(sending.id(), moved));
    }
    return all;
  }

  static Optional<Moved> of(
      Sending sending, Referral referral, List<LetterLine> lines, JdbcClient jdbc) {
    return switch (sending.state()) {
      case HANDING_OVER, SENT, CANCELLED -> Optional.empty();
      case WAITING, DOUBTFUL, REFUSED ->
          lines.stream()
              .filter(line -> line.letter().id().equals(sending.letter()))
              .findFirst()
              .flatMap(line -> of(sending, referral, line, jdbc));
    };
  }

  private static Optional<Moved> of(
      Sending sending, Referral referral, LetterLine line, JdbcClient jdbc) {
    SqlAddressees addressees = new SqlAddressees(jdbc);
    Addressee to = addressees.byId(referral.addresseeId()).orElseThrow();
    String now =
        switch (sending.way()) {
          case MAIL -> line.email();
          case API -> to.endpoint();
        };
    Set<Change> changes = EnumSet.noneOf(Change.class);
    if (line.isToAddressee()) {
      then(sending, jdbc)
          .ifPresent(then -> changes.addAll(then.changes(to, addressees.isRetired(to.id()))));
    }
    // What counts of the addresses is the one that the sending bears itself.
    changes.removeAll(Set.of(Change.EMAIL, Change.ENDPOINT));
    if (sending.way() == Sending.Way.API) {
      changes.remove(Change.KEY);
    }
    if (!sending.to().equals(now)) {
      changes.add(sending.way() == Sending.Way.MAIL ? Change.EMAIL : Change.ENDPOINT);
    }
    return changes.isEmpty()
        ? Optional.empty()
        : Optional.of(new Moved(sending.to(), now, changes));
  }

  /** The recipient as a person had seen it when the mail was made; its head tells the second. */
  private static Optional<Destination> then(Sending sending, JdbcClient jdbc) {
    SqlDestinations destinations = new SqlDestinations(jdbc);
    Optional<Instant> made =
        OutgoingMail.madeAt(new SqlOutbox(jdbc).parcel(sending.id()).content());
    return made.isPresent()
        ? destinations.asOf(sending.referral(), made.get().plus(SECOND))
        : destinations.of(sending.referral());
  }

  /** Whether a letter with its words cannot be for whom this recipient is now. */
  public boolean wantsNewLetter() {
    return changes.stream().anyMatch(Change::wantsNewLetter);
  }
}
