package ronda.casework.policy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import ronda.casework.chain.Hash;

/** The trial runs of one office: what was tried before it was put in force (catatan uji balik). */
public interface Trials {
  void add(Trial trial);

  /** Whether this text has been tried. */
  boolean isTried(String policy, Hash substance);

  /** The latest trials of a policy, the newest first. */
  List<Trial> of(String policy, int limit);

  /**
   * A trial run, as it is remembered: figures, no posts. Of the latest ones the jobs behind each
   * figure are known as well ({@link JobsBehind}).
   *
   * @param days how many days it was to look back
   */
  record Trial(
      UUID id,
      String policy,
      Hash substance,
      String by,
      Instant at,
      int days,
      boolean whole,
      TrialRun.Raised raised,
      long raisedToday,
      TrialRun.Harmless harmless) {

    public static Trial of(
        String policy, Hash substance, String by, Instant at, int days, TrialRun run) {
      return new Trial(
          UUID.randomUUID(),
          policy,
          substance,
          by,
          at,
          days,
          run.whole(),
          run.raised(),
          run.today().map(TrialRun.Raised::posts).orElse(0L),
          run.harmless());
    }
  }
}
