package ronda.identify.entity;

import java.util.Optional;
import ronda.identify.signal.EntityKind;

/**
 * Finds Bitcoin, Ethereum and TRON addresses with a right checksum. Capitals count in them, so they
 * are read as they were written.
 */
final class CryptoAddresses implements Finder {
  /** The shortest of the addresses, a Bitcoin one. */
  static final int SHORTEST = 26;

  private static final int LONGEST = 74;

  @Override
  public int find(Reading reading, int at, Finds finds) {
    int end = reading.tokenEnd(at, LONGEST + 1);
    if (end - at < SHORTEST || end - at > LONGEST) {
      return NOTHING;
    }
    return switch (reading.at(at)) {
      case '0' -> ethereum(reading, at, end, finds);
      case '1', '3' -> base58(reading, at, end, finds);
      case 't' -> base58(reading, at, end, finds);
      case 'b' -> segwit(reading, at, end, finds);
      default -> NOTHING;
    };
  }

  private static int ethereum(Reading reading, int at, int end, Finds finds) {
    if (end - at != Ethereum.LENGTH || reading.at(at + 1) != 'x') {
      return NOTHING;
    }
    String written = "0x" + reading.written(at, end).substring(2);
    if (!Ethereum.isAddress(written)) {
      return NOTHING;
    }
    return add(reading, Ethereum.checksummed(written), "ethereum", at, end, finds);
  }

  private static int base58(Reading reading, int at, int end, Finds finds) {
    if (end - at > 35) {
      return NOTHING;
    }
    String written = reading.written(at, end);
    Optional<Integer> version = Base58.version(written);
    if (version.isEmpty()) {
      return NOTHING;
    }
    return switch (version.get()) {
      case 0x00, 0x05 -> add(reading, written, "bitcoin", at, end, finds);
      case 0x41 -> add(reading, written, "tron", at, end, finds);
      default -> NOTHING;
    };
  }

  private static int segwit(Reading reading, int at, int end, Finds finds) {
    String address = reading.plain(at, end);
    return Bech32.isAddress(address) ? add(reading, address, "bitcoin", at, end, finds) : NOTHING;
  }

  private static int add(
      Reading reading, String address, String chain, int at, int end, Finds finds) {
    finds.add(reading, EntityKind.CRYPTO_ADDRESS, address, at, end, "chain", chain);
    return end;
  }
}
