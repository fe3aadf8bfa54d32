package ronda.casework.policy;

import java.util.List;

/**
 * What one office made of the policies that came with Ronda (buku jawaban pembaruan). Answers are
 * added and never changed: the newest of a version counts.
 */
public interface UpdateAnswers {
  void add(UpdateAnswer answer);

  /**
   * Of each policy the answer to the highest version that the office has seen, by the policy's
   * name; of several answers to one version the newest.
   */
  List<UpdateAnswer> newest();
}
