package ronda.server.desk;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A walk round the offices (putaran). What goes wrong with one holds up no other: it is told in the
 * log, and the next round comes to it again.
 */
public final class OfficeRound {
  private static final Logger LOG = LoggerFactory.getLogger(OfficeRound.class);

  private OfficeRound() {}

  /**
   * Visits each of these offices; answers the sum of what the visits answered.
   *
   * @param what the round is for, as the log tells it: "time stamps"
   * @param offices asked once; where they cannot be listed, nobody is visited
   */
  public static int sum(
      String what, Supplier<? extends Collection<UUID>> offices, ToIntFunction<UUID> visit) {
    int sum = 0;
    for (UUID office : listed(what, offices)) {
      try {
        sum += visit.applyAsInt(office);
      } catch (RuntimeException broken) {
        LOG.error("{}: not for office {} in this round; the others go on", what, office, broken);
      }
    }
    return sum;
  }

  private static Collection<UUID> listed(
      String what, Supplier<? extends Collection<UUID>> offices) {
    try {
      return offices.get();
    } catch (RuntimeException broken) {
      LOG.error("{}: the offices could not be listed; the next round goes on", what, broken);
      return List.of();
    }
  }

  /** As {@link #sum}, of visits that answer nothing. */
  public static void of(
      String what, Supplier<? extends Collection<UUID>> offices, Consumer<UUID> visit) {
    sum(
        what,
        offices,
        office -> {
          visit.accept(office);
          return 0;
        });
  }
}
