package ronda.identify.entity;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The list's own examples, and Indonesian ones. */
class PublicSuffixesTest {
  @ParameterizedTest
  @CsvSource({
    "example.com, example.com",
    "b.example.com, example.com",
    "com, ''",
    "example.uk.com, example.uk.com",
    "b.example.uk.com, example.uk.com",
    "co.id, ''",
    "www.contoh.co.id, contoh.co.id",
    "contoh.id, contoh.id",
    "dinas.contohkota.go.id, contohkota.go.id",
    "c.kobe.jp, ''",
    "b.c.kobe.jp, b.c.kobe.jp",
    "city.kobe.jp, city.kobe.jp",
    "www.city.kobe.jp, city.kobe.jp",
    "ck, ''",
    "test.ck, ''",
    "b.test.ck, b.test.ck",
    "www.ck, www.ck",
    "contoh.blogspot.com, contoh.blogspot.com",
    "xn--85x722f.com.cn, xn--85x722f.com.cn",
    "xn--85x722f.xn--55qx5d.cn, xn--85x722f.xn--55qx5d.cn",
    "contoh.tidakada, ''",
  })
  void say_what_somebody_registered(String host, String registered) {
    byte[] bytes = host.getBytes(US_ASCII);
    int from = PublicSuffixes.bundled().registeredFrom(bytes, 0, bytes.length);
    assertThat(from < 0 ? "" : host.substring(from)).isEqualTo(registered);
  }
}
