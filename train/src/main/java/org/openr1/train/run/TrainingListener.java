package org.openr1.train.run;

import java.nio.file.Path;
import java.util.Map;

/** Hears about a run's progress, on the training thread. */
public interface TrainingListener {
  /** Does nothing. */
  TrainingListener NONE = new TrainingListener() {};

  /**
   * The run begins or continues.
   *
   * @param step optimiser steps already done
   * @param totalSteps optimiser steps of the whole run
   */
  default void onStart(long step, long totalSteps) {}

  /**
   * An optimiser step is done.
   *
   * @param step its number, from 1
   * @param metrics what was measured, by TRL's names
   */
  default void onStep(long step, long totalSteps, Map<String, Double> metrics) {}

  /** A checkpoint is complete. */
  default void onCheckpoint(long step, Path directory) {}

  /** Something worth a line in the log. */
  default void onMessage(String message) {}
}
