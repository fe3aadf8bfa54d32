package ronda.casework.cases;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ronda.casework.chain.Link;

/** The cases of one office. */
public interface Cases {
  /** The number that the next case of this year bears, such as {@code 2026-000123}. */
  String nextNumber(int year);

  /** A new case with its first step. */
  void open(CaseFile file);

  /** One more step, the last of {@code file}'s history. */
  void add(CaseFile file);

  /** The case as it is now. Within a change, nobody else can change it meanwhile. */
  Optional<CaseFile> byNumber(String number);

  /** The case of this id, for a look only. */
  Optional<CaseFile> byId(UUID id);

  /** The case that a job was put into. */
  Optional<CaseFile> ofJob(UUID job);

  /**
   * So many copies came in for each of these jobs. Those of a case are counted until its history
   * tells of them; jobs of no case are passed over.
   */
  void grew(Map<UUID, Integer> copies);

  /** How many copies this case's history does not tell of yet. */
  int untold(UUID file);

  /** The same, and from now on they count as told: whoever asks adds the step. */
  int takeUntold(UUID file);

  /** Cases whose history does not tell of all copies yet. */
  List<UUID> grown(int limit);

  /** Cases of this status, the one with the latest step first; all of them if it is empty. */
  List<CaseFile> latest(Optional<CaseFile.Status> status, int from, int limit);

  long count(Optional<CaseFile.Status> status);

  /** Closed cases of which no letter ever left, the one with the latest step first. */
  List<CaseFile> unreferred(int from, int limit);

  /** The case's history as a chain: whoever changed a step in the store is found out. */
  List<Link> chainOf(UUID file);
}
