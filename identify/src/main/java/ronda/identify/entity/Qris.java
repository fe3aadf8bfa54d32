package ronda.identify.entity;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The text inside a QRIS code: EMVCo's tags, two digits each, then two digits of length, then the
 * value; closed by a checksum (tag 63) over everything before its four digits.
 *
 * <p>Source: EMVCo, QR Code Specification for Payment Systems, Merchant-Presented Mode; the tags 26
 * to 51 as Bank Indonesia's QRIS uses them.
 *
 * @param fields the top-level values by tag
 * @param text the whole payload
 */
record Qris(Map<String, String> fields, String text) {
  private static final int LONGEST = 512;
  private static final String NATIONAL = "51";

  Qris {
    fields = Map.copyOf(fields);
  }

  /** The payload that begins at {@code from}, if a whole one with a right checksum does. */
  static Optional<Qris> at(String text, int from) {
    Map<String, String> fields = new LinkedHashMap<>();
    int at = from;
    while (at + 4 <= text.length() && at - from < LONGEST) {
      int size = two(text, at + 2);
      if (two(text, at) < 0 || size < 0 || at + 4 + size > text.length()) {
        return Optional.empty();
      }
      String tag = text.substring(at, at + 2);
      String value = text.substring(at + 4, at + 4 + size);
      if (fields.put(tag, value) != null) {
        return Optional.empty();
      }
      at += 4 + size;
      if (tag.equals("63")) {
        String payload = text.substring(from, at);
        boolean whole = size == 4 && checks(payload) && "ID".equals(fields.get("58"));
        return whole ? Optional.of(new Qris(fields, payload)) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static boolean checks(String payload) {
    int end = payload.length() - 4;
    byte[] bytes = payload.substring(0, end).getBytes(StandardCharsets.UTF_8);
    String expected = "%04X".formatted(crc16(bytes));
    return expected.equalsIgnoreCase(payload.substring(end));
  }

  /** CRC-16/CCITT-FALSE: polynomial 1021, begun with FFFF, not reflected. */
  static int crc16(byte[] bytes) {
    int crc = 0xFFFF;
    for (byte b : bytes) {
      crc ^= (b & 0xFF) << 8;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 0x8000) != 0 ? (crc << 1) ^ 0x1021 : crc << 1;
      }
      crc &= 0xFFFF;
    }
    return crc;
  }

  private static int two(String text, int at) {
    int tens = text.charAt(at) - '0';
    int ones = text.charAt(at + 1) - '0';
    return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
  }

  /** The merchant's national number (NMID), {@code ID} and 13 digits; empty where there is none. */
  String nmid() {
    return inside(NATIONAL, "02");
  }

  String merchant() {
    return fields.getOrDefault("59", "");
  }

  String city() {
    return fields.getOrDefault("60", "");
  }

  /** The amount in rupiah as written; empty for a code that leaves it to the payer. */
  String amount() {
    return fields.getOrDefault("54", "");
  }

  /** Whether the code serves one payment only. */
  boolean once() {
    return "12".equals(fields.get("01"));
  }

  /** The reverse domain of the institution that issued the code; empty where none is named. */
  String acquirer() {
    return firstOfAcquirers("00");
  }

  /** The merchant's account number (PAN) at its institution; empty where none is named. */
  String account() {
    return firstOfAcquirers("01");
  }

  private String firstOfAcquirers(String tag) {
    for (int acquirer = 26; acquirer <= 45; acquirer++) {
      String value = inside(Integer.toString(acquirer), tag);
      if (!value.isEmpty()) {
        return value;
      }
    }
    return "";
  }

  /** The value of {@code tag} within the value of {@code outer}. */
  private String inside(String outer, String tag) {
    String text = fields.getOrDefault(outer, "");
    int at = 0;
    while (at + 4 <= text.length()) {
      int size = two(text, at + 2);
      if (size < 0 || at + 4 + size > text.length()) {
        return "";
      }
      if (text.startsWith(tag, at)) {
        return text.substring(at + 4, at + 4 + size);
      }
      at += 4 + size;
    }
    return "";
  }
}
