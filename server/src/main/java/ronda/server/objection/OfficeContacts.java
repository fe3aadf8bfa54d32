package ronda.server.objection;

import java.util.List;
import java.util.Optional;
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
 */
@Component
final class OfficeContacts {
  /** A page names no more offices. */
  private static final int MOST = 200;

  private final Offices offices;
  private final InOffice tables;

  OfficeContacts(Offices offices, InOffice tables) {
    this.offices = offices;
    this.tables = tables;
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

  List<Contact> all() {
    return offices.all().stream().limit(MOST).map(this::of).toList();
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
