package org.openr1.train.grpo;

import org.openr1.train.run.ConfigChecks;

/**
 * Optimiser steps of a run, as the transformers trainer counts them: an epoch whose micro-steps are
 * not a multiple of the accumulation ends with a shorter accumulation window.
 *
 * @param microStepsPerEpoch micro-steps (loader batches) of one epoch
 * @param accumulation micro-steps of a full window
 * @param updatesPerEpoch optimiser steps of one epoch
 * @param maxSteps optimiser steps of the run
 */
public record AccumulationWindows(
    int microStepsPerEpoch, int accumulation, int updatesPerEpoch, int maxSteps) {

  /** {@code maxSteps} above 0 wins over {@code epochs}. */
  public static AccumulationWindows of(
      int microStepsPerEpoch, int accumulation, int maxSteps, double epochs) {
    ConfigChecks.atLeast("micro-steps per epoch", microStepsPerEpoch, 1);
    int updates = Math.ceilDiv(microStepsPerEpoch, accumulation);
    int steps = maxSteps > 0 ? maxSteps : (int) Math.ceil(epochs * updates);
    return new AccumulationWindows(microStepsPerEpoch, accumulation, updates, steps);
  }

  /** The epoch (from 0) in which optimiser step {@code step} (from 0) lies. */
  public int epochOf(int step) {
    return step / updatesPerEpoch;
  }

  /** Micro-steps before optimiser step {@code step} (from 0). */
  public int firstMicroStep(int step) {
    return epochOf(step) * microStepsPerEpoch + step % updatesPerEpoch * accumulation;
  }

  /** Micro-steps in the accumulation window of optimiser step {@code step} (from 0). */
  public int windowOf(int step) {
    return Math.min(accumulation, microStepsPerEpoch - step % updatesPerEpoch * accumulation);
  }

  /** Epochs done after optimiser step {@code step} (from 0), the metric {@code epoch}. */
  public double epochsAfter(int step) {
    return (firstMicroStep(step) + windowOf(step)) / (double) microStepsPerEpoch;
  }
}
