package org.openr1.train.run;

import java.util.Map;

/**
 * How a run ended.
 *
 * @param steps optimiser steps done, also by earlier processes
 * @param finished false when a stop was asked for before the end
 * @param tokens tokens that went through the model, forward and backward
 * @param skippedSteps steps whose loss or gradient was not finite
 * @param lastMetrics what was logged last by this process; empty when it logged nothing
 */
public record TrainingResult(
    long steps, boolean finished, long tokens, int skippedSteps, Map<String, Double> lastMetrics) {
  public TrainingResult {
    lastMetrics = Map.copyOf(lastMetrics);
  }
}
