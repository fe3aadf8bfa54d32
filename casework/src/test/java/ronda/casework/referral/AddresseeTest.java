package ronda.casework.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import ronda.casework.authority.Recipient;

/** Whose mail may end the waiting for an answer. */
class AddresseeTest {
  private static boolean mayHaveWritten(String email, String from) {
    return new Addressee(
            UUID.randomUUID(),
            Recipient.MINISTRY,
            "Direktorat Contoh",
            "",
            email,
            "",
            "",
            new Target.Hours(24))
        .mayHaveWritten(from);
  }

  @Test
  void a_colleague_at_the_same_domain_or_below_it_is_of_the_house() {
    for (String from :
        List.of(
            "aduan@kementerian.invalid",
            "STAF@Kementerian.Invalid",
            "staf@surat.kementerian.invalid")) {
      assertThat(mayHaveWritten("Aduan@kementerian.invalid", from)).as(from).isTrue();
    }
  }

  @Test
  void a_domain_that_only_ends_alike_is_not() {
    for (String from :
        List.of(
            "a@bukankementerian.invalid",
            "a@kementerian.invalid.contoh.invalid",
            "a@invalid",
            "kementerian.invalid",
            "x.kementerian.invalid",
            "")) {
      assertThat(mayHaveWritten("aduan@kementerian.invalid", from)).as(from).isFalse();
    }
  }

  @Test
  void where_strangers_share_the_domain_only_the_very_address_counts() {
    assertThat(mayHaveWritten("polsek.contoh@gmail.com", "Polsek.Contoh@gmail.com")).isTrue();
    assertThat(mayHaveWritten("polsek.contoh@gmail.com", "orang.lain@gmail.com")).isFalse();
  }

  @Test
  void of_an_addressee_without_mail_nobody_is_known() {
    assertThat(mayHaveWritten("", "a@kementerian.invalid")).isFalse();
    assertThat(mayHaveWritten("", "")).isFalse();
  }
}
