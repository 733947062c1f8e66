package org.openr1.pipeline.stage;

import java.util.SequencedMap;

/** Where a stage tells how far it is. */
public interface StageProgress {
  /**
   * Reports work done so far.
   *
   * @param done finished steps
   * @param total all steps, or 0 where unknown
   * @param figures what to show beside the counter, such as {@code reward} or {@code tokens/s}
   */
  void step(long done, long total, SequencedMap<String, Double> figures);

  /** A line for log and terminal. */
  void note(String line);
}
