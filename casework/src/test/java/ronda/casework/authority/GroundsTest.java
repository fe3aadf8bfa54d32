package ronda.casework.authority;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ronda.casework.authority.Grounds.Weakness;

class GroundsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "meresahkan",
        "Konten ini sangat meresahkan masyarakat.",
        "MERESAHKAN MASYARAKAT DAN MENGGANGGU KETERTIBAN UMUM!!!",
        "Unggahan tersebut dinilai melanggar norma kesopanan dan meresahkan warga"
      })
  void that_people_are_unsettled_is_no_reason(String reason) {
    assertThat(Grounds.weakness(reason)).contains(Weakness.MERELY_UNSETTLING);
  }

  @Test
  void a_reason_that_says_what_happens_may_also_say_that_it_unsettles() {
    assertThat(
            Grounds.weakness(
                "Menawarkan judi slot dengan rekening penampung yang masih aktif; meresahkan"))
        .isEmpty();
  }

  @Test
  void silence_is_no_reason() {
    assertThat(Grounds.weakness(" \n")).contains(Weakness.BLANK);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mencemarkan nama baik dinas",
        "Fitnah terhadap Bupati",
        "melanggar pasal 27A",
        "menjaga nama baik kepala dinas"
      })
  void talk_of_honour_is_heard(String reason) {
    assertThat(Grounds.speaksOfHonour(reason)).isTrue();
  }

  @Test
  void a_name_or_something_good_is_not_yet_honour() {
    assertThat(Grounds.speaksOfHonour("nama akun berganti, tawaran tetap baik-baik saja"))
        .isFalse();
  }
}
