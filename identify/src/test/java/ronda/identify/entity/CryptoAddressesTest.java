package ronda.identify.entity;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses are those of BIP 173, BIP 350, EIP-55 and well-known public contracts. */
class CryptoAddressesTest {
  @ParameterizedTest
  @CsvSource({
    "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa, bitcoin",
    "3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy, bitcoin",
    "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4, bitcoin",
    "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0, bitcoin",
    "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed, ethereum",
    "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359, ethereum",
    "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t, tron",
  })
  void with_a_right_checksum_are_found(String address, String chain) {
    String text = "kirim ke " + address + " ya";
    assertThat(Seen.in(text)).containsExactly("crypto-address " + address);
    assertThat(Seen.detail(text, "chain")).isEqualTo(chain);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb",
        "3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLz",
        "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5",
        "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd",
        "0x5aaeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
        "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6u",
        "WKWKWKWKWKWKWKWKWKWKWKWKWKWKWKWKWK",
      })
  void with_a_wrong_one_are_not(String address) {
    assertThat(Seen.in("kirim ke " + address)).isEmpty();
  }

  @Test
  void of_ethereum_take_the_capitals_of_their_checksum() {
    assertThat(Seen.in("0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed"))
        .containsExactly("crypto-address 0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed");
  }

  @Test
  void of_ethereum_rest_on_keccak_and_not_on_sha3() {
    assertThat(HexFormat.of().formatHex(Keccak.hash(new byte[0])))
        .isEqualTo("c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470");
    assertThat(HexFormat.of().formatHex(Keccak.hash("abc".getBytes(US_ASCII))))
        .isEqualTo("4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45");
  }
}
