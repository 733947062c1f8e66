package org.openr1.train.grpo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;

/**
 * Forward and backward over one accumulation window. The rows of all its micro-steps are packed
 * into as few passes as the token budget allows: each token carries the weight that its micro-step
 * gives it, so the gradient is the one of the separate micro-steps.
 *
 * @param losses loss of each micro-step, already divided for accumulation
 * @param logprobs per row of the window
 * @param entropies per row of the window
 * @param backwardTokens tokens that went through a backward pass
 * @param forwardTokens tokens that went through a forward pass
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
record WindowPass(
    double[] losses,
    List<float[]> logprobs,
    List<float[]> entropies,
    long forwardTokens,
    long backwardTokens) {

  /** Adds the gradient of the window to the leaves of {@code policy}. */
  static WindowPass run(List<MicroStep> window, GrpoConfig config, TokenScorer policy) {
    LossType type = LossType.byName(config.lossType());
    PolicyLoss loss = PolicyLoss.of(config);
    int stepsPerGeneration = config.plan().stepsPerGeneration();
    List<TrainingRow> rows = new ArrayList<>();
    List<Double> weights = new ArrayList<>();
    List<Integer> microStepOfRow = new ArrayList<>();
    for (int k = 0; k < window.size(); k++) {
      MicroStep step = window.get(k);
      rows.addAll(step.rows());
      microStepOfRow.addAll(java.util.Collections.nCopies(step.rows().size(), k));
      Arrays.stream(
              step.rowWeights(
                  type, window.size(), stepsPerGeneration, config.maxCompletionLength()))
          .forEach(weights::add);
    }
    Work work = Work.of(rows, config);
    double[] losses = new double[window.size()];
    float[][] logprobs = new float[rows.size()][];
    float[][] entropies = new float[rows.size()][];
    long forward = 0;
    long backward = 0;
    for (List<Integer> batch :
        MicroBatches.split(rows, work.backward(), config.tokensPerMicroBatch())) {
      List<TrainingRow> part = batch.stream().map(rows::get).toList();
      double[] partWeights = batch.stream().mapToDouble(weights::get).toArray();
      try (PointerScope _ = new PointerScope()) {
        TokenScorer.Scores scores = policy.score(part);
        PackedTokens tokens = PackedTokens.of(part, partWeights, policy.device());
        Tensor weighted = loss.weightedLosses(scores.logprobs(), tokens);
        weighted.sum().backward();
        store(batch, MicroBatches.perRow(scores.logprobs(), part), logprobs);
        store(batch, MicroBatches.perRow(scores.entropies(), part), entropies);
        List<float[]> perRow = MicroBatches.perRow(weighted, part);
        for (int i = 0; i < batch.size(); i++) {
          for (float tokenLoss : perRow.get(i)) {
            losses[microStepOfRow.get(batch.get(i))] += tokenLoss;
          }
        }
      }
      backward += part.stream().mapToLong(TrainingRow::tokens).sum();
    }
    for (List<Integer> batch :
        MicroBatches.split(rows, work.forwardOnly(), config.tokensPerMicroBatch())) {
      List<TrainingRow> part = batch.stream().map(rows::get).toList();
      try (PointerScope _ = new PointerScope();
          NoGradGuard _ = new NoGradGuard()) {
        TokenScorer.Scores scores = policy.score(part);
        store(batch, MicroBatches.perRow(scores.logprobs(), part), logprobs);
        store(batch, MicroBatches.perRow(scores.entropies(), part), entropies);
      }
      forward += part.stream().mapToLong(TrainingRow::tokens).sum();
    }
    for (int i = 0; i < logprobs.length; i++) {
      if (logprobs[i] == null) {
        logprobs[i] = new float[rows.get(i).length()];
        entropies[i] = new float[rows.get(i).length()];
      }
    }
    return new WindowPass(
        losses, List.of(logprobs), List.of(entropies), forward + backward, backward);
  }

  private static void store(List<Integer> batch, List<float[]> values, float[][] into) {
    for (int i = 0; i < batch.size(); i++) {
      into[batch.get(i)] = values.get(i);
    }
  }

  /**
   * Which rows need what. A row without active tokens is in no term; with advantage 0 and no KL the
   * loss is constant, so its values are wanted for the metrics only.
   */
  private record Work(List<Integer> backward, List<Integer> forwardOnly) {
    static Work of(List<TrainingRow> rows, GrpoConfig config) {
      boolean constantLosses = config.skipZeroAdvantages() && config.beta() == 0;
      List<Integer> backward = new ArrayList<>();
      List<Integer> forwardOnly = new ArrayList<>();
      for (int i = 0; i < rows.size(); i++) {
        TrainingRow row = rows.get(i);
        if (row.activeTokens() > 0) {
          (constantLosses && row.hasZeroAdvantage() ? forwardOnly : backward).add(i);
        }
      }
      if (backward.isEmpty()) {
        // The optimiser must see zero gradients, not missing ones: those would not decay.
        int shortest =
            IntStream.range(0, rows.size())
                .boxed()
                .min(java.util.Comparator.comparingInt(i -> rows.get(i).tokens()))
                .orElseThrow();
        forwardOnly.removeIf(row -> row == shortest);
        backward.add(shortest);
      }
      return new Work(backward, forwardOnly);
    }
  }
}
