package ronda.casework.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ronda.casework.authority.Recipient;

class LettersTest {
  private static final String CALL = "Hubungi 0812-0000-0001 atau korban di 0812-0000-0002";

  private static Discreet discreet(Recipient recipient) {
    return new Discreet(recipient, Set.of("81200000001"), List.of("Ani Contoh"));
  }

  @Test
  void letters_are_numbered_in_the_offices_own_scheme() {
    Scheme scheme = new Scheme("B-{n}/{unit}/{roman}/{year}", "KOMINFO");
    assertThat(scheme.number(12, LocalDate.of(2026, 11, 22))).isEqualTo("B-12/KOMINFO/XI/2026");
    assertThat(new Scheme("{nnn}.{month}.{year}", "").number(7, LocalDate.of(2026, 1, 2)))
        .isEqualTo("007.01.2026");
  }

  @Test
  void a_scheme_that_would_give_two_letters_one_number_is_refused() {
    assertThatThrownBy(() -> new Scheme("B/{unit}/{year}", "X"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Scheme("B-{n}", "X")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Scheme("B-{n}/{year}\r\nBcc: x", "X"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void police_see_the_number_that_served_the_offence_and_not_the_victims() {
    assertThat(discreet(Recipient.POLICE).of(CALL))
        .contains("0812-0000-0001")
        .doesNotContain("0812-0000-0002")
        .contains(Discreet.NUMBER);
  }

  @Test
  void a_recipient_that_works_with_no_numbers_sees_none() {
    assertThat(discreet(Recipient.PLATFORM).of(CALL)).doesNotContain("0812");
  }

  @Test
  void an_identity_number_is_hidden_from_everybody_even_if_it_was_ticked() {
    Discreet ticked = new Discreet(Recipient.POLICE, Set.of("3271010101900001"), List.of());
    assertThat(ticked.of("NIK 3271010101900001 a.n. Budi Contoh"))
        .doesNotContain("3271010101900001")
        .doesNotContain("Budi");
  }

  @Test
  void an_identity_number_that_begins_like_the_country_is_one_too() {
    Discreet ticked = new Discreet(Recipient.POLICE, Set.of("71010101900001"), List.of());
    assertThat(ticked.of("NIK 6271010101900001")).doesNotContain("6271010101900001");
    assertThat(ticked.facts("6271010101900001")).isEqualTo(Discreet.NUMBER);
    assertThat(ticked.addresses("6271010101900001")).isEqualTo(Discreet.NUMBER);
  }

  @Test
  void a_field_of_numbers_keeps_those_that_were_ticked_and_hides_all_others() {
    String said = "0812-0000-0001\n0812-0000-0002\nBCA 1234567890 NIK 3201234567890001";
    assertThat(discreet(Recipient.POLICE).facts(said))
        .startsWith("0812-0000-0001\n" + Discreet.NUMBER + "\n")
        .doesNotContain("0002", "1234567890", "3201234567890001");
  }

  @Test
  void a_link_that_dials_a_bystander_is_a_number_wherever_it_stands() {
    assertThat(discreet(Recipient.POLICE).of("lewat https://wa.me/6281200000002 saja"))
        .doesNotContain("81200000002");
    assertThat(discreet(Recipient.POLICE).of("lewat https://wa.me/6281200000001 saja"))
        .contains("https://wa.me/6281200000001");
  }

  @Test
  void when_and_how_much_are_no_numbers_of_persons() {
    String said = "22 Nov 2026 09.00 WIB, 23-11-2026 10.15, Rp 1.500.000 atau 12.500.000";
    assertThat(discreet(Recipient.BANK).measures(said)).isEqualTo(said);
    assertThat(discreet(Recipient.BANK).of("terlihat 22 Nov 2026 09.00 WIB"))
        .contains("2026 09.00");
    assertThat(discreet(Recipient.BANK).measures("22 Nov 2026, 0812-0000-0002"))
        .isEqualTo("22 Nov 2026, " + Discreet.NUMBER);
  }

  @Test
  void names_are_hidden_whatever_their_case() {
    assertThat(discreet(Recipient.MINISTRY).of("Disebut ANI CONTOH dan ani contoh di sana"))
        .isEqualTo("Disebut " + Discreet.NAME + " dan " + Discreet.NAME + " di sana");
  }

  @Test
  void an_address_stays_whole_so_that_it_can_be_found() {
    String address = "https://contoh.example/posting/1234567890123456";
    assertThat(discreet(Recipient.MINISTRY).addresses(address)).isEqualTo(address);
  }

  @Test
  void an_address_that_is_a_bystanders_number_is_hidden() {
    Discreet ministry = discreet(Recipient.MINISTRY);
    assertThat(ministry.addresses("https://wa.me/6281200000002")).isEqualTo(Discreet.NUMBER);
    assertThat(ministry.addresses("https://wa.me/6281200000001")).contains("6281200000001");
  }

  @Test
  void one_letters_number_is_not_found_in_anothers() {
    IncomingMail mail = mail("Re: jawaban B-12/KOMINFO/XI/2026");
    assertThat(mail.letterIn(List.of("B-1/KOMINFO/XI/2026", "B-12/KOMINFO/XI/2026")))
        .contains("B-12/KOMINFO/XI/2026");
    assertThat(mail.letterIn(List.of("B-2/KOMINFO/XI/2026"))).isEmpty();
  }

  @Test
  void a_number_is_found_whatever_its_case_and_whatever_stands_around_it() {
    assertThat(mail("FW: [b-3/kominfo/xi/2026], segera").letterIn(List.of("B-3/KOMINFO/XI/2026")))
        .isPresent();
  }

  private static IncomingMail mail(String subject) {
    return new IncomingMail(
        "x@contoh.invalid",
        "a@contoh.invalid",
        List.of(),
        Instant.EPOCH,
        subject,
        List.of(),
        "",
        List.of(),
        false);
  }
}
