package ronda.casework.notice;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ronda.casework.office.Office;

/**
 * Notices in memory: what the SQL must agree with. Several offices share one {@link Board}. For one
 * thread.
 */
public final class InMemoryNotices implements Notices {
  private final Board board;
  private final Office office;

  public InMemoryNotices(Board board, Office office) {
    this.board = board;
    this.office = office;
  }

  /** Where the notices of all offices hang. */
  public static final class Board {
    private final Map<UUID, Notice> notices = new LinkedHashMap<>();
    private final Map<UUID, Map<UUID, Receipt>> readers = new LinkedHashMap<>();
  }

  @Override
  public boolean send(Notice notice) {
    return notice.sender().file().flatMap(this::ofFile).isEmpty()
        && board.notices.putIfAbsent(notice.id(), notice) == null;
  }

  @Override
  public Optional<Notice> ofFile(UUID file) {
    return board.notices.values().stream()
        .filter(this::isOwn)
        .filter(notice -> notice.sender().file().equals(Optional.of(file)))
        .findFirst();
  }

  @Override
  public void withdraw(UUID id, Notice.Withdrawal withdrawal) {
    board.notices.computeIfPresent(
        id,
        (same, notice) ->
            isOwn(notice) ? notice.withdrawn(withdrawal.at(), withdrawal.reason()) : notice);
  }

  private boolean isOwn(Notice notice) {
    return notice.sender().office().equals(office.id());
  }

  @Override
  public Optional<Notice> byId(UUID id) {
    return visible().filter(notice -> notice.id().equals(id)).findFirst();
  }

  private Stream<Notice> visible() {
    return board.notices.values().stream()
        .filter(notice -> isOwn(notice) || notice.reaches(office.region()));
  }

  @Override
  public List<Notice> list(int from, int limit) {
    return visible()
        .sorted(
            Comparator.comparing(Notice::sentAt)
                .reversed()
                .thenComparing(notice -> notice.id().toString()))
        .skip(from)
        .limit(limit)
        .toList();
  }

  @Override
  public long count() {
    return visible().count();
  }

  @Override
  public long unread() {
    return visible()
        .filter(notice -> !isOwn(notice) && notice.withdrawal().isEmpty() && !isRead(notice.id()))
        .count();
  }

  @Override
  public boolean isRead(UUID id) {
    return readersOf(id).containsKey(office.id());
  }

  @Override
  public Set<UUID> readAmong(Collection<UUID> ids) {
    return ids.stream().filter(this::isRead).collect(Collectors.toSet());
  }

  @Override
  public void read(UUID id, Instant at) {
    readersOf(id).putIfAbsent(office.id(), new Receipt(office.name(), at));
  }

  private Map<UUID, Receipt> readersOf(UUID id) {
    return board.readers.computeIfAbsent(id, same -> new LinkedHashMap<>());
  }

  @Override
  public List<Receipt> receipts(UUID id) {
    return byId(id).filter(this::isOwn).isEmpty()
        ? List.of()
        : readersOf(id).values().stream().sorted(Comparator.comparing(Receipt::at)).toList();
  }
}
