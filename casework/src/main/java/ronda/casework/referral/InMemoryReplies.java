package ronda.casework.referral;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Replies in memory: what the SQL must agree with. For one thread. */
public final class InMemoryReplies implements Replies {
  private static final Comparator<Reply> OLDEST =
      Comparator.comparing(Reply::at).thenComparing(one -> one.id().toString());

  private final Map<UUID, Reply> all = new LinkedHashMap<>();
  private final Set<UUID> aside = new HashSet<>();

  @Override
  public boolean add(Reply reply) {
    if (all.values().stream().anyMatch(one -> one.key().equals(reply.key()))) {
      return false;
    }
    all.put(reply.id(), reply);
    return true;
  }

  @Override
  public List<Reply> ofReferral(UUID referral) {
    return all.values().stream()
        .filter(one -> one.referral().equals(Optional.of(referral)))
        .sorted(OLDEST)
        .toList();
  }

  @Override
  public List<Reply> unknown(int limit) {
    return listed().sorted(OLDEST).limit(limit).toList();
  }

  @Override
  public long countUnknown() {
    return listed().count();
  }

  private Stream<Reply> listed() {
    return all.values().stream()
        .filter(one -> one.referral().isEmpty() && !aside.contains(one.id()));
  }

  @Override
  public Optional<Reply> byId(UUID id) {
    return Optional.ofNullable(all.get(id));
  }

  @Override
  public boolean assign(UUID id, UUID referral) {
    Optional<Reply> open = byId(id).filter(one -> one.referral().isEmpty());
    open.ifPresent(
        one ->
            all.put(
                id,
                new Reply(
                    id,
                    Optional.of(referral),
                    one.key(),
                    one.from(),
                    one.at(),
                    one.subject(),
                    one.text(),
                    one.attachments(),
                    one.automatic())));
    return open.isPresent();
  }

  @Override
  public boolean setAside(UUID id) {
    return byId(id).filter(one -> one.referral().isEmpty()).isPresent() && aside.add(id);
  }
}
