package org.openr1.train.sft;

/**
 * Where a run's steps come from. A step is a function of the position alone, so that a resumed run
 * sees the same data.
 */
public interface StepSource {
  /**
   * The step that starts at a position; called on a background thread, must not touch libtorch.
   *
   * @param position 0 at the start of a run, then {@link TrainingStep#nextPosition}
   */
  TrainingStep at(long position);

  /**
   * Optimiser steps of a run.
   *
   * @throws IllegalArgumentException when the configuration has no number for this kind of source
   */
  long totalSteps(SftConfig config);
}
