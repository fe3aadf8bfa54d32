package ronda.casework.transparency;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reports kept in memory, slow and obvious: what the SQL must agree with. For one thread. */
public final class InMemoryPublishedReports implements PublishedReports {
  private static final Comparator<PublishedReport> LATEST_FIRST =
      Comparator.comparing((PublishedReport one) -> one.period().from())
          .thenComparing(one -> one.period().code())
          .thenComparing(PublishedReport::version)
          .reversed();

  private final List<PublishedReport> all = new ArrayList<>();

  @Override
  public void add(PublishedReport report) {
    boolean known =
        ofOffice(report.office()).stream()
            .anyMatch(
                one -> one.period().equals(report.period()) && one.version() == report.version());
    if (known) {
      throw new IllegalStateException(report.period().code() + " was published meanwhile");
    }
    all.add(report);
  }

  @Override
  public Optional<PublishedReport> byId(UUID id) {
    return all.stream().filter(one -> one.id().equals(id)).findFirst();
  }

  @Override
  public List<PublishedReport> ofOffice(UUID office) {
    return all.stream().filter(one -> one.office().equals(office)).sorted(LATEST_FIRST).toList();
  }

  @Override
  public List<PublishedReport.Head> heads(int limit) {
    return all.stream()
        .sorted(
            Comparator.comparing(PublishedReport::officeName)
                .thenComparing(PublishedReport::office)
                .thenComparing(LATEST_FIRST))
        .limit(limit)
        .map(one -> one.head(all.stream().noneMatch(other -> replaces(other, one))))
        .toList();
  }

  private static boolean replaces(PublishedReport other, PublishedReport one) {
    return other.office().equals(one.office())
        && other.period().equals(one.period())
        && other.version() > one.version();
  }
}
