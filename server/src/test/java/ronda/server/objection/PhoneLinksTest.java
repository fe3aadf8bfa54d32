package ronda.server.objection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneLinksTest {
  private final PhoneLinks phones = new PhoneLinks();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Telepon (0251) 8321075|+622518321075",
        "Telp. 0251-8321075 ext. 12|+622518321075",
        "Tel +62 251 8321075|+622518321075",
        "Tel +62 (0)251 8321075|+622518321075",
        "021 3456789 / 021 3456780|+62213456789 +62213456780",
        "0251 321075 0251 321076|+62251321075 +62251321076",
        "WA 0812.3456.7890|+6281234567890",
        "Telepon/Faks (0251) 8321075|+622518321075",
        "Faks (0251) 8321076|''",
        "Fax: 0251-8321076|''",
        "Kode pos 16121|''",
        "NPWP 02.123.456.7-890.000|''",
        "NIP 19700101 199003 1 001|''",
        "Jalan Contoh No. 7, Gedung A-012345678901234567|''",
      })
  void a_number_to_call_is_found_as_it_is_dialled(String words, String dialled) {
    List<PhoneLinks.Piece> pieces = phones.in(words);

    assertThat(pieces.stream().map(PhoneLinks.Piece::text).collect(Collectors.joining()))
        .as("no letter is lost")
        .isEqualTo(words);
    assertThat(
            pieces.stream()
                .map(PhoneLinks.Piece::tel)
                .filter(tel -> !tel.isEmpty())
                .collect(Collectors.joining(" ")))
        .isEqualTo(dialled);
  }
}
