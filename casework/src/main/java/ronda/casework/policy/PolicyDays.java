package ronda.casework.policy;

import java.time.LocalDate;
import java.util.List;

/** What each policy of one office did, day by day. */
public interface PolicyDays {
  /**
   * That day. Within a change, nobody else can change it meanwhile; so ask late in a transaction,
   * and for several policies in the order of their names.
   */
  PolicyDay of(String policy, LocalDate day);

  void put(PolicyDay day);

  /** Every policy's day, by name. Looks, and holds nothing up. */
  List<PolicyDay> on(LocalDate day);

  /** The days since then on which a limit was reached and nobody has seen to it, newest first. */
  List<PolicyDay> tripped(LocalDate since);
}
