package org.openr1.train.grpo;

import java.util.List;

/**
 * The rows of one micro-step.
 *
 * @param rows B rows
 * @param generationTokens active tokens of the generation batch they belong to, M
 */
record MicroStep(List<TrainingRow> rows, long generationTokens) {

  /**
   * Weight of the active tokens of each row in the loss.
   *
   * @param accumulation micro-steps of the current accumulation window
   * @param stepsPerGeneration S
   */
  double[] rowWeights(
      LossType type, int accumulation, int stepsPerGeneration, int maxCompletionLength) {
    long active = rows.stream().mapToLong(TrainingRow::activeTokens).sum();
    return rows.stream()
        .mapToDouble(
            row ->
                type.rowWeight(
                    new LossType.Denominators(
                        row.activeTokens(),
                        rows.size(),
                        active,
                        generationTokens,
                        accumulation,
                        stepsPerGeneration,
                        maxCompletionLength)))
        .toArray();
  }
}
