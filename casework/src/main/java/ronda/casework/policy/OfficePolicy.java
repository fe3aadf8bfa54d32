package ronda.casework.policy;

import java.util.Optional;

/**
 * A policy of one office as it stands now: the version in force and the one on trial, which may
 * stand side by side, so that a new text is measured while the old one still works.
 *
 * @param lastNumber the number of the newest version, whether it is used or not
 */
public record OfficePolicy(
    String name, int lastNumber, Optional<PolicyVersion> inForce, Optional<PolicyVersion> onTrial) {

  /** The version that an officer sees first: the one in force, or else the one on trial. */
  public Optional<PolicyVersion> shown() {
    return inForce.or(() -> onTrial);
  }
}
