package ronda.casework.evidence;

import java.time.LocalDate;
import java.util.Locale;

/**
 * What an item is called wherever people meet it (nama barang bukti), such as {@code
 * 2026-000123_bukti-03_tangkapan_2026-11-22}: case, place, kind and day. Two items of one office
 * never share it, a folder of them stands in the order in which they were kept, and every system
 * takes it for a file. It says nothing of what an item shows.
 *
 * @param caseNumber whose it is
 * @param place which item of the case it is, in the order they were kept; counts from 1
 * @param day on which it was kept, where the office is
 */
public record ItemName(String caseNumber, int place, Item.Kind kind, LocalDate day) {
  public ItemName {
    if (place < 1) {
      throw new IllegalArgumentException("items are counted from 1, was " + place);
    }
  }

  /** The name, in letters, digits, {@code -} and {@code _}. */
  public String text() {
    return "%s_bukti-%02d_%s_%s".formatted(safe(caseNumber), place, word(), day);
  }

  /**
   * The name of a file with this part of it: the part's own name is added where there are several.
   *
   * @param alone whether the item has no other part
   */
  public String file(String part, boolean alone) {
    int dot = part.lastIndexOf('.');
    return alone ? text() + (dot < 0 ? "" : part.substring(dot)) : text() + "_" + part;
  }

  /** In Indonesian, whoever asks: the file leaves for an Indonesian office. */
  private String word() {
    return switch (kind) {
      case POST -> "unggahan";
      case CAPTURE -> "tangkapan";
      case FILE -> "berkas";
      case PICTURE -> "gambar";
      case HASH_ONLY -> "sidik";
    };
  }

  /** A case's number as a part of a file's name: whatever scheme an office may have one day. */
  public static String safe(String caseNumber) {
    return caseNumber.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]", "-").replaceAll("^-+", "");
  }
}
