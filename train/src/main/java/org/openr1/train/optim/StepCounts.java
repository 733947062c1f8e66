package org.openr1.train.optim;

/**
 * How many optimiser steps a run over a finite data set takes, as transformers counts them.
 *
 * @param batchesPerEpoch micro-batches of one pass, the last one possibly short
 * @param updatesPerEpoch optimiser steps of one pass, the last one possibly of fewer micro-batches
 * @param epochs passes started
 * @param maxSteps optimiser steps in all
 */
public record StepCounts(long batchesPerEpoch, long updatesPerEpoch, long epochs, long maxSteps) {
  /**
   * Counts the steps.
   *
   * @param rows rows of the data set, at least 1
   * @param batchSize rows of a micro-batch
   * @param gradientAccumulationSteps micro-batches of an optimiser step
   * @param epochs passes, possibly a fraction
   */
  public static StepCounts of(
      long rows, int batchSize, int gradientAccumulationSteps, double epochs) {
    if (rows < 1 || batchSize < 1 || gradientAccumulationSteps < 1 || !(epochs > 0)) {
      throw new IllegalArgumentException(
          "rows %d, batch size %d, accumulation %d and epochs %s must be positive"
              .formatted(rows, batchSize, gradientAccumulationSteps, epochs));
    }
    long batches = Math.ceilDiv(rows, batchSize);
    long updates = Math.ceilDiv(batches, gradientAccumulationSteps);
    return new StepCounts(
        batches, updates, (long) Math.ceil(epochs), (long) Math.ceil(epochs * updates));
  }
}
