package ronda.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import ronda.casework.office.Office;
import ronda.casework.office.Officer;
import ronda.casework.office.Offices;
import ronda.casework.office.Region;
import ronda.casework.office.Role;

/** What every {@link Offices} keeps to. */
public abstract class OfficesContract {
  protected static final Office BOGOR =
      new Office(
          UUID.randomUUID(), "Dinas B", Office.Kind.COMMUNICATIONS_OFFICE, new Region("32.71"));
  protected static final Office DEPOK =
      new Office(
          UUID.randomUUID(), "Dinas D", Office.Kind.COMMUNICATIONS_OFFICE, new Region("32.76"));

  /** A fresh, empty one. */
  protected abstract Offices offices();

  private static Officer officer(UUID id, Office office, String name, String email, Role... roles) {
    return new Officer(id, office.id(), name, email, Set.of(roles), office.region(), false);
  }

  @Test
  void an_office_is_found_as_it_was_entered() {
    Offices offices = offices();
    offices.put(BOGOR);

    assertThat(offices.byId(BOGOR.id())).contains(BOGOR);
    assertThat(offices.byId(DEPOK.id())).isEmpty();
  }

  @Test
  void offices_are_listed_by_name() {
    Offices offices = offices();
    offices.put(DEPOK);
    offices.put(BOGOR);

    assertThat(offices.all()).containsExactly(BOGOR, DEPOK);
  }

  @Test
  void an_office_that_is_entered_again_is_changed() {
    Offices offices = offices();
    offices.put(BOGOR);
    var renamed = new Office(BOGOR.id(), "Dinas Baru", Office.Kind.MINISTRY, new Region("32"));
    offices.put(renamed);

    assertThat(offices.all()).containsExactly(renamed);
  }

  @Test
  void a_person_is_found_by_id_and_by_mail_address_whatever_its_case() {
    Offices offices = offices();
    offices.put(BOGOR);
    Officer rina =
        officer(UUID.randomUUID(), BOGOR, "Rina", "Rina@Contoh.invalid", Role.REVIEWER, Role.POSKO);
    offices.put(rina);

    assertThat(offices.officer(rina.id())).contains(rina);
    assertThat(offices.officerByEmail("rina@contoh.INVALID")).contains(rina);
    assertThat(offices.officerByEmail("lain@contoh.invalid")).isEmpty();
  }

  @Test
  void a_person_who_is_entered_again_has_the_new_roles() {
    Offices offices = offices();
    offices.put(BOGOR);
    UUID id = UUID.randomUUID();
    offices.put(officer(id, BOGOR, "Rina", "rina@contoh.invalid", Role.ADMINISTRATOR));
    offices.put(officer(id, BOGOR, "Rina", "rina@contoh.invalid", Role.AUDITOR));

    assertThat(offices.officer(id).orElseThrow().roles()).containsExactly(Role.AUDITOR);
  }

  @Test
  void consent_is_given_and_taken_back_by_itself_and_changes_nothing_else() {
    Offices offices = offices();
    offices.put(BOGOR);
    UUID id = UUID.randomUUID();
    Officer before = officer(id, BOGOR, "Rina", "rina@contoh.invalid", Role.ADMINISTRATOR);
    Officer after = officer(id, BOGOR, "Rina Baru", "rina@contoh.invalid", Role.AUDITOR);
    offices.put(before);

    offices.agree(id, true);
    assertThat(offices.officer(id)).contains(before.seeingWorst(true));
    offices.put(after);
    assertThat(offices.officer(id))
        .as("somebody else changes the person")
        .contains(after.seeingWorst(true));
    offices.agree(id, false);
    assertThat(offices.officer(id)).contains(after);
    offices.agree(UUID.randomUUID(), true);
    assertThat(offices.officersOf(BOGOR.id())).containsExactly(after);
  }

  @Test
  void an_office_lists_its_own_people_by_name_and_nobody_else() {
    Offices offices = offices();
    offices.put(BOGOR);
    offices.put(DEPOK);
    Officer umar = officer(UUID.randomUUID(), BOGOR, "Umar", "umar@contoh.invalid", Role.AUDITOR);
    Officer adi = officer(UUID.randomUUID(), BOGOR, "Adi", "adi@contoh.invalid", Role.HEAD);
    offices.put(umar);
    offices.put(adi);
    offices.put(officer(UUID.randomUUID(), DEPOK, "Budi", "budi@contoh.invalid", Role.HEAD));

    assertThat(offices.officersOf(BOGOR.id())).containsExactly(adi, umar);
  }

  @Test
  void nobody_is_moved_to_another_office() {
    Offices offices = offices();
    offices.put(BOGOR);
    offices.put(DEPOK);
    UUID id = UUID.randomUUID();
    offices.put(officer(id, BOGOR, "Adi", "adi@contoh.invalid", Role.HEAD));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> offices.put(officer(id, DEPOK, "Adi", "adi@contoh.invalid", Role.HEAD)));
    assertThat(offices.officersOf(DEPOK.id())).isEmpty();
  }

  @Test
  void two_people_never_share_a_mail_address() {
    Offices offices = offices();
    offices.put(BOGOR);
    offices.put(DEPOK);
    offices.put(officer(UUID.randomUUID(), BOGOR, "Adi", "adi@contoh.invalid", Role.HEAD));

    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                offices.put(
                    officer(UUID.randomUUID(), DEPOK, "Lain", "ADI@contoh.invalid", Role.HEAD)));
  }
}
