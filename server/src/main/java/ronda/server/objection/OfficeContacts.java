package ronda.server.objection;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;
import ronda.casework.office.Office;
import ronda.casework.office.Offices;
import ronda.casework.referral.Stationery;
import ronda.letters.mail.MailAddress;
import ronda.store.sql.InOffice;
import ronda.store.sql.SqlAddressees;

/**
 * How anybody reaches the offices that hear objections here (alamat kantor): what stands at the
 * head of their letters, and where these come from. For whoever has no letter, and so no code.
 *
 * <p>Each office is read behind its own door, and what was read is kept for a moment: each stranger
 * who opens the form would otherwise begin a transaction for every office.
 */
@Component
final class OfficeContacts {
  /** A page names no more offices. */
  private static final int MOST = 200;

  /** So long an office that just wrote how it is reached waits until strangers read it. */
  static final Duration KEPT = Duration.ofSeconds(10);

  private final Offices offices;
  private final InOffice tables;
  private final InstantSource clock;
  private final AtomicReference<Optional<Known>> known = new AtomicReference<>(Optional.empty());

  OfficeContacts(Offices offices, InOffice tables, InstantSource clock) {
    this.offices = offices;
    this.tables = tables;
    this.clock = clock;
  }

  /**
   * One office.
   *
   * @param head what its letters bear, several lines; may be empty
   * @param mail may be empty
   */
  record Contact(String name, String head, String mail) {
    /** Whether the office has not said yet how it is reached. */
    public boolean unknown() {
      return head.isBlank() && mail.isBlank();
    }
  }

  private record Known(List<Contact> contacts, Instant at) {
    /** A clock that was set back must not keep them for longer. */
    boolean isFresh(Instant now) {
      return !at.isAfter(now) && now.isBefore(at.plus(KEPT));
    }
  }

  List<Contact> all() {
    Instant now = clock.instant();
    Optional<Known> before = known.get().filter(one -> one.isFresh(now));
    if (before.isPresent()) {
      return before.get().contacts();
    }
    List<Contact> contacts = offices.all().stream().limit(MOST).map(this::of).toList();
    known.set(Optional.of(new Known(contacts, now)));
    return contacts;
  }

  private Contact of(Office office) {
    Optional<Stationery> kept =
        tables.read(office.id(), jdbc -> new SqlAddressees(jdbc).stationery());
    return new Contact(
        office.name(),
        kept.map(Stationery::letterhead).map(String::strip).orElse(""),
        kept.map(Stationery::from).filter(MailAddress::isOne).orElse(""));
  }
}
