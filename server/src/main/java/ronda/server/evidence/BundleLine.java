package ronda.server.evidence;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import ronda.casework.cases.CaseFile;
import ronda.casework.evidence.ItemName;
import ronda.store.sql.SqlBundles;
import ronda.store.sql.SqlBundles.Made;

/**
 * A bundle as the case's page tells it.
 *
 * @param name what it is called, without the ending of a file
 */
record BundleLine(String name, Made made) {
  /** The bundles of a case, the latest first. */
  static List<BundleLine> ofCase(CaseFile file, int most, ZoneId zone, JdbcClient jdbc) {
    var bundles = new SqlBundles(jdbc);
    List<BundleLine> lines = new ArrayList<>();
    int place = bundles.countOf(file.id());
    for (Made made : bundles.ofCase(file.id(), most)) {
      lines.add(new BundleLine(name(file.number(), place, made, zone), made));
      place--;
    }
    return lines;
  }

  /** The name of one, such as {@code 2026-000123_berkas-bukti-02_2026-11-23}. */
  static String nameOf(CaseFile file, Made made, ZoneId zone, JdbcClient jdbc) {
    List<Made> later = new SqlBundles(jdbc).ofCase(file.id(), Integer.MAX_VALUE);
    int before = later.size() - later.indexOf(made);
    return name(file.number(), before, made, zone);
  }

  private static String name(String number, int place, Made made, ZoneId zone) {
    return "%s_berkas-bukti-%02d_%s"
        .formatted(ItemName.safe(number), place, made.at().atZone(zone).toLocalDate());
  }
}
