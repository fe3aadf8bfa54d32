package ronda.server.sample;

import ronda.casework.office.Office;

/**
 * Something that a made-up office begins with. Each bean of this kind is entered once, in order.
 */
public interface SamplePart {
  /** Small numbers come first; the people are 0. */
  int order();

  /** Enters it into this office, whose people are known already. */
  void enter(Office office);
}
