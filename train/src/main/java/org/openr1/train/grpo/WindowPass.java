package org.openr1.train.grpo;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.openr1.model.causal.CausalLm;
import org.openr1.model.causal.EvenShares;
import org.openr1.train.run.GradientWorkers;

/**
 * Forward and backward over one accumulation window. The rows of all its micro-steps are dealt out
 * to the workers and packed into as few passes as the token budget allows: each token carries the
 * weight that its micro-step gives it, so the gradient is the one of the separate micro-steps.
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

  /** Adds the gradient of the window to the leaves of the workers' model. */
  static WindowPass run(List<MicroStep> window, GrpoConfig config, GradientWorkers workers) {
    LossType type = LossType.byName(config.lossType());
    int stepsPerGeneration = config.plan().stepsPerGeneration();
    List<TrainingRow> rows = new ArrayList<>();
    List<Double> weights = new ArrayList<>();
    List<Integer> microStepOfRow = new ArrayList<>();
    for (int k = 0; k < window.size(); k++) {
      MicroStep step = window.get(k);
      rows.addAll(step.rows());
      microStepOfRow.addAll(Collections.nCopies(step.rows().size(), k));
      Arrays.stream(
              step.rowWeights(
                  type, window.size(), stepsPerGeneration, config.maxCompletionLength()))
          .forEach(weights::add);
    }
    Work work = Work.of(rows, config);
    List<List<Integer>> backward = shares(rows, work.backward(), workers.count());
    List<List<Integer>> forwardOnly = shares(rows, work.forwardOnly(), workers.count());
    List<Function<CausalLm, Share>> shares = new ArrayList<>();
    for (int i = 0; i < workers.count(); i++) {
      Work part = new Work(backward.get(i), forwardOnly.get(i));
      int tokens = config.tokensPerMicroBatch() / workers.count();
      shares.add(model -> new Share(rows, weights, part, tokens, model, config).run());
    }
    double[] losses = new double[window.size()];
    float[][] logprobs = new float[rows.size()][];
    float[][] entropies = new float[rows.size()][];
    long forward = 0;
    long trained = 0;
    for (Share share : workers.run(shares)) {
      forward += share.forwardTokens;
      trained += share.backwardTokens;
      share.results.forEach(
          result -> {
            logprobs[result.row()] = result.logprobs();
            entropies[result.row()] = result.entropies();
            losses[microStepOfRow.get(result.row())] += result.loss();
          });
    }
    for (int i = 0; i < logprobs.length; i++) {
      if (logprobs[i] == null) {
        logprobs[i] = new float[rows.get(i).length()];
        entropies[i] = new float[rows.get(i).length()];
      }
    }
    return new WindowPass(
        losses, List.of(logprobs), List.of(entropies), forward + trained, trained);
  }

  /** Deals whole groups of a prompt out, so that each worker gets about as many tokens. */
  private static List<List<Integer>> shares(
      List<TrainingRow> rows, List<Integer> indices, int count) {
    Map<IntBuffer, List<Integer>> groups = new LinkedHashMap<>();
    for (int i : indices) {
      groups
          .computeIfAbsent(IntBuffer.wrap(rows.get(i).promptIds()), _ -> new ArrayList<>())
          .add(i);
    }
    List<List<Integer>> pieces = new ArrayList<>();
    for (List<Integer> group : groups.values()) {
      group.sort(Comparator.comparingInt((Integer i) -> rows.get(i).length()).reversed());
      // Few groups cannot be dealt out evenly as wholes.
      int cut = groups.size() < 2 * count ? Math.ceilDiv(group.size(), count) : group.size();
      for (int from = 0; from < group.size(); from += cut) {
        pieces.add(group.subList(from, Math.min(group.size(), from + cut)));
      }
    }
    ToLongFunction<List<Integer>> tokens =
        piece -> MicroBatches.tokens(piece.stream().map(rows::get).toList());
    pieces.sort(Comparator.comparingLong(tokens).reversed());
    return EvenShares.deal(pieces, count, tokens).stream()
        .map(share -> share.stream().flatMap(List::stream).toList())
        .toList();
  }

  /** What one row gave. */
  @SuppressWarnings("ArrayRecordComponent") // carried, never compared
  private record RowResult(int row, double loss, float[] logprobs, float[] entropies) {}

  /** One worker's rows. */
  private static final class Share {
    private final List<TrainingRow> rows;
    private final List<Double> weights;
    private final Work work;
    private final int tokensPerMicroBatch;
    private final TokenScorer policy;
    private final PolicyLoss loss;
    private final List<RowResult> results = new ArrayList<>();
    private long forwardTokens;
    private long backwardTokens;

    Share(
        List<TrainingRow> rows,
        List<Double> weights,
        Work work,
        int tokensPerMicroBatch,
        CausalLm model,
        GrpoConfig config) {
      this.rows = rows;
      this.weights = weights;
      this.work = work;
      this.tokensPerMicroBatch = tokensPerMicroBatch;
      this.policy = CausalLmScorer.policy(model, config.temperature());
      this.loss = PolicyLoss.of(config);
    }

    Share run() {
      for (List<Integer> batch : MicroBatches.split(rows, work.backward(), tokensPerMicroBatch)) {
        backward(batch);
      }
      for (List<Integer> batch :
          MicroBatches.split(rows, work.forwardOnly(), tokensPerMicroBatch)) {
        forward(batch);
      }
      return this;
    }

    private void backward(List<Integer> batch) {
      List<TrainingRow> part = batch.stream().map(rows::get).toList();
      double[] partWeights = batch.stream().mapToDouble(weights::get).toArray();
      try (PointerScope _ = new PointerScope()) {
        TokenScorer.Scores scores = policy.score(part);
        PackedTokens tokens = PackedTokens.of(part, partWeights, policy.device());
        Tensor weighted = loss.weightedLosses(scores.logprobs(), tokens);
        weighted.sum().backward();
        List<float[]> losses = MicroBatches.perRow(weighted, part);
        store(batch, part, scores, i -> sum(losses.get(i)));
      }
      backwardTokens += MicroBatches.tokens(part);
    }

    private void forward(List<Integer> batch) {
      List<TrainingRow> part = batch.stream().map(rows::get).toList();
      try (PointerScope _ = new PointerScope();
          NoGradGuard _ = new NoGradGuard()) {
        store(batch, part, policy.score(part), i -> 0);
      }
      forwardTokens += MicroBatches.tokens(part);
    }

    private static double sum(float[] values) {
      double sum = 0;
      for (float value : values) {
        sum += value;
      }
      return sum;
    }

    private void store(
        List<Integer> batch,
        List<TrainingRow> part,
        TokenScorer.Scores scores,
        IntToDoubleFunction losses) {
      List<float[]> logprobs = MicroBatches.perRow(scores.logprobs(), part);
      List<float[]> entropies = MicroBatches.perRow(scores.entropies(), part);
      for (int i = 0; i < batch.size(); i++) {
        results.add(
            new RowResult(
                batch.get(i), losses.applyAsDouble(i), logprobs.get(i), entropies.get(i)));
      }
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
                .min(Comparator.comparingInt(i -> rows.get(i).tokens()))
                .orElseThrow();
        forwardOnly.removeIf(row -> row == shortest);
        backward.add(shortest);
      }
      return new Work(backward, forwardOnly);
    }
  }
}
