package ronda.casework.transparency;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What was published: anybody may read it, its own office adds to it. */
public interface PublishedReports {
  /**
   * Publishes; {@link IllegalStateException} if its office has this version of this period already.
   */
  void add(PublishedReport report);

  /** One report, whatever office it is of. */
  Optional<PublishedReport> byId(UUID id);

  /** Those of one office, the latest period first, and of a period the latest version. */
  List<PublishedReport> ofOffice(UUID office);

  /**
   * The latest of all offices without what they say, as {@link #ofOffice} orders them within each
   * office's name.
   */
  List<PublishedReport.Head> heads(int limit);
}
