package org.openr1.train.grpo;

import java.util.Arrays;
import java.util.List;
import java.util.SequencedMap;

/**
 * What one optimiser step did.
 *
 * @param step its number, from 1
 * @param updated false if loss or gradient was not finite and the update was left out
 * @param losses loss of each micro-step, already divided for accumulation
 * @param metrics under TRL's names; NaN = no value
 * @param generations those sampled for this step
 * @param rows trained on
 * @param forwardTokens tokens that went through a forward pass, sampling apart, those for old and
 *     reference log-probabilities included
 * @param backwardTokens tokens that went through a backward pass
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record StepReport(
    int step,
    boolean updated,
    double[] losses,
    SequencedMap<String, Double> metrics,
    List<Generation> generations,
    List<TrainingRow> rows,
    long forwardTokens,
    long backwardTokens) {

  /** Tokens sampled for this step. */
  public long sampledTokens() {
    return generations.stream()
        .flatMap(generation -> generation.batch().rollouts().stream())
        .mapToLong(rollout -> rollout.producedTokens())
        .sum();
  }

  /** Prompt tokens that the sampler read for this step; a group's prompt is read once. */
  public long prefilledTokens() {
    long tokens = 0;
    for (Generation generation : generations) {
      int[] before = new int[0];
      for (Rollout rollout : generation.batch().rollouts()) {
        tokens += Arrays.equals(before, rollout.promptIds()) ? 0 : rollout.promptIds().length;
        before = rollout.promptIds();
      }
    }
    return tokens;
  }

  /**
   * A generation and what its completions earned.
   *
   * @param index from 0 over the run
   * @param advantages one per rollout
   */
  @SuppressWarnings("ArrayRecordComponent") // carried, never compared
  public record Generation(int index, GenerationBatch batch, double[] advantages) {}
}
