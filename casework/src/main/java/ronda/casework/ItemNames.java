package ronda.casework;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import ronda.casework.cases.CaseFile;
import ronda.casework.cases.Step;
import ronda.casework.evidence.Item;
import ronda.casework.evidence.ItemName;

/**
 * What the items of a case are called, by its history: page, download, bundle and letter tell the
 * same names, also of what was destroyed since (nama barang bukti).
 */
public final class ItemNames {
  private ItemNames() {}

  /**
   * The names by the items' ids, in the order in which they were kept.
   *
   * @param zone where the office is
   */
  public static Map<UUID, ItemName> of(CaseFile file, ZoneId zone) {
    Map<UUID, ItemName> names = new LinkedHashMap<>();
    for (Step.Taken taken : file.history()) {
      if (taken.step() instanceof Step.EvidenceKept kept) {
        LocalDate day = taken.at().atZone(zone).toLocalDate();
        Item.Kind kind = Item.Kind.of(kept.kind());
        names.put(kept.item(), new ItemName(file.number(), names.size() + 1, kind, day));
      }
    }
    return names;
  }
}
