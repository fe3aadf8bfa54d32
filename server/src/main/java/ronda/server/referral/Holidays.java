package ronda.server.referral;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import ronda.casework.referral.WorkingDays;
import ronda.server.door.SettingRefused;

/** The public holidays (hari libur) by which due dates are counted. */
public final class Holidays {
  /** The list of an office's own, in its home. */
  private static final String FILE = "holidays.tsv";

  private static final int LARGEST_LIST = 1 << 20;

  private Holidays() {}

  /**
   * The days that come with Ronda, and those of {@code holidays.tsv} in the home.
   *
   * @param home empty for none
   * @throws SettingRefused if that file is no list of days, saying which line is not
   */
  public static WorkingDays known(String home, ZoneId zone) {
    WorkingDays shipped = WorkingDays.shipped(zone);
    Path own = Path.of(home).resolve(FILE);
    if (home.isBlank() || !Files.exists(own)) {
      return shipped;
    }
    try {
      if (Files.size(own) > LARGEST_LIST) {
        throw new IllegalArgumentException("it is larger than " + LARGEST_LIST + " bytes");
      }
      return shipped.and(Files.readString(own));
    } catch (IOException | IllegalArgumentException wrong) {
      throw new SettingRefused(
          own
              + " is no list of holidays: "
              + wrong.getMessage()
              + ". A line is a date, a tab, a kind, a tab, a name.",
          wrong);
    }
  }
}
