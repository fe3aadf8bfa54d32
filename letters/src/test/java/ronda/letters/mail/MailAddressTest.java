package ronda.letters.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken for an address is what a mail can be written to. */
class MailAddressTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "aduan@kominfo.contoh.invalid",
        "humas.polda+judi@contoh.invalid",
        "a@b",
        "O'Neil_1@sub.contoh.invalid"
      })
  void an_ordinary_address_is_one_and_a_mail_can_be_written_to_it(String address) {
    assertThat(MailAddress.isOne(address)).isTrue();
    OutgoingMail mail =
        new OutgoingMail("1@x", "", address, address, Instant.EPOCH, "B-1", "isi", List.of());
    assertThat(mail.bytes(Optional.empty())).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "humas",
        "humas@kota.go.id.",
        "dinas..x@kota.go.id",
        ".dinas@kota.go.id",
        "dinas.@kota.go.id",
        "humas@kota..go.id",
        "humas@.kota.go.id",
        "humas@",
        "@kota.go.id",
        "Humas <humas@kota.go.id>",
        "humas(kota)@kota.go.id",
        "a@kota.go.id,b@kota.go.id",
        "humas @kota.go.id",
        "humás@kota.go.id"
      })
  void what_no_mail_can_be_written_to_is_none(String typed) {
    assertThat(MailAddress.isOne(typed)).isFalse();
  }
}
