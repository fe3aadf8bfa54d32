package ronda.casework.policy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The policies of one office with all their versions (buku kebijakan). */
public interface OfficePolicies {
  /** How many versions {@link #history} gives at most. */
  int LONGEST_HISTORY = 500;

  /** Every policy, by name. */
  List<OfficePolicy> all();

  /** The policy of this name. Within a change, nobody else can change it meanwhile. */
  Optional<OfficePolicy> named(String name);

  /** All versions of a policy, the newest first. */
  List<PolicyVersion> history(String name);

  Optional<PolicyVersion> version(String name, int number);

  /**
   * Adds a version. It is neither in force nor on trial before {@link #point} says so.
   *
   * @throws IllegalArgumentException if its number is not the one after the last
   */
  void add(PolicyVersion version);

  /** Says which version is in force and which is on trial; empty where none is. */
  void point(Pointer pointer);

  /** Where every policy points, by name: two equal answers mean that nothing changed. */
  List<Pointer> pointers();

  /** Which versions of a policy are used. */
  record Pointer(String name, OptionalInt inForce, OptionalInt onTrial) {}
}
