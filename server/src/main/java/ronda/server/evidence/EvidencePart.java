package ronda.server.evidence;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ronda.casework.ItemNames;
import ronda.casework.cases.CaseFile;
import ronda.casework.chain.Link;
import ronda.casework.chain.Verifier;
import ronda.casework.evidence.Item;
import ronda.casework.evidence.ItemName;
import ronda.casework.evidence.Opening;
import ronda.casework.office.Permission;
import ronda.casework.retention.Destroyed;
import ronda.server.desk.CasePart;
import ronda.server.desk.Desks;
import ronda.server.desk.WholeCase;
import ronda.server.door.Caller;
import ronda.server.page.LocalTimes;
import ronda.store.sql.SqlCaptures;
import ronda.store.sql.SqlDisposals;
import ronda.store.sql.SqlDisposals.Paper;
import ronda.store.sql.SqlItems;
import ronda.store.sql.SqlOpenings;
import ronda.store.sql.SqlStamps;

/** The evidence on a case's page. */
@Component
class EvidencePart implements CasePart {
  private static final int MOST_OPENINGS = 200;
  private static final int MOST_BUNDLES = 20;
  private static final int MOST_CAPTURES = 20;

  private final Desks desks;
  private final LocalTimes times;

  EvidencePart(Desks desks, LocalTimes times) {
    this.desks = desks;
    this.times = times;
  }

  /** An item with what is to be said of it, and how it is called. */
  record Line(
      String name,
      Item item,
      SqlStamps.@Nullable Stamped stamp,
      boolean waiting,
      boolean openForMe,
      @Nullable Destroyed destroyed) {}

  /**
   * All of it.
   *
   * @param isForMe whether this person may look at the items; otherwise their hashes alone are told
   * @param bundles the latest first
   * @param destroyed by which decision bundles and captures were, by their ids
   * @param mayBeIntimate whether what is brought to this case is kept as an intimate picture
   * @param broken where the custody chain is broken; null if it is sound
   */
  record EvidenceOfCase(
      CaseFile file,
      List<Line> lines,
      int touches,
      Verifier.@Nullable Break broken,
      List<BundleLine> bundles,
      List<CaptureLine> captures,
      Map<UUID, Destroyed> destroyed,
      boolean isForMe,
      boolean mayKeep,
      boolean mayBeIntimate,
      boolean isOpen) {
    /** Whether there is anything to put into a bundle. */
    public boolean canBundle() {
      return isForMe && lines.stream().anyMatch(line -> line.destroyed() == null);
    }
  }

  @Override
  public int order() {
    return 100;
  }

  @Override
  public String template() {
    return "evidence/case";
  }

  @Override
  public Optional<?> of(Caller.Person person, CaseFile file, JdbcClient jdbc) {
    Instant now = desks.clock().instant();
    var items = new SqlItems(jdbc);
    Map<UUID, SqlStamps.Stamped> stamps = new SqlStamps(jdbc).ofCase(file.id());
    List<Opening> openings = new SqlOpenings(jdbc).ofCase(file.id(), MOST_OPENINGS);
    var disposals = new SqlDisposals(jdbc);
    Map<UUID, Destroyed> gone = disposals.among(Paper.ITEM, file.id());
    Map<UUID, Destroyed> goneToo = new HashMap<>(disposals.among(Paper.BUNDLE, file.id()));
    goneToo.putAll(disposals.among(Paper.CAPTURE, file.id()));
    boolean intimate = Intimate.mayBe(file, jdbc);
    Map<UUID, ItemName> names = ItemNames.of(file, times.zone());
    List<Line> lines =
        items.ofCase(file.id()).stream()
            .map(
                item ->
                    line(
                        Optional.ofNullable(names.get(item.id())).map(ItemName::text).orElse(""),
                        item,
                        stamps.get(item.id()),
                        openings,
                        gone.get(item.id()),
                        person,
                        now,
                        intimate))
            .toList();
    List<Link> custody = items.custodyOf(file.id());
    Verifier verifier = new Verifier();
    custody.forEach(verifier::next);
    return Optional.of(
        new EvidenceOfCase(
            file,
            lines,
            custody.size(),
            verifier.broken().orElse(null),
            BundleLine.ofCase(file, MOST_BUNDLES, times.zone(), jdbc),
            new SqlCaptures(jdbc)
                .ofCase(file.id(), MOST_CAPTURES).stream().map(CaptureLine::of).toList(),
            goneToo,
            WholeCase.isFor(person.officer(), file, jdbc),
            person.may(Permission.KEEP_EVIDENCE),
            intimate,
            file.status() == CaseFile.Status.OPEN));
  }

  private static Line line(
      String name,
      Item item,
      SqlStamps.@Nullable Stamped stamp,
      List<Opening> openings,
      @Nullable Destroyed destroyed,
      Caller.Person person,
      Instant now,
      boolean intimate) {
    boolean needsTwo = Intimate.needsTwo(item, intimate);
    List<Opening> own = openings.stream().filter(one -> one.item().equals(item.id())).toList();
    return new Line(
        name,
        item,
        stamp,
        destroyed == null && own.stream().anyMatch(one -> one.isWaiting(now)),
        destroyed == null
            && own.stream().anyMatch(one -> one.isOpenFor(person.officer().id(), now, needsTwo)),
        destroyed);
  }
}
