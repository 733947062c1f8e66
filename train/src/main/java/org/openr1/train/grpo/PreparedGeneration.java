package org.openr1.train.grpo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * A generation batch ready for the loss: rows in shuffled order with advantages, masks, old and
 * reference log-probabilities and sampler weights (spec 2.3, 2.6, 2.7, 2.10).
 *
 * @param rows N rows, micro-step k trains on [(k mod S) B, (k mod S + 1) B)
 * @param activeTokens tokens of the loss mask of all rows, M (TRL's num_items_in_batch)
 * @param inputTokens prompt and produced tokens of all rows
 * @param advantages one per rollout, in the order of the generation batch
 * @param metrics what TRL logs once per generation
 * @param scoredTokens tokens that went through extra forward passes of policy and reference
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record PreparedGeneration(
    List<TrainingRow> rows,
    long activeTokens,
    long inputTokens,
    double[] advantages,
    SequencedMap<String, Double> metrics,
    long scoredTokens) {

  /** What later micro-steps need of it, to be saved. */
  PreparedGeneration pending() {
    return new PreparedGeneration(
        rows, activeTokens, inputTokens, advantages, new LinkedHashMap<>(), scoredTokens);
  }

  /**
   * Prepares a batch.
   *
   * @param policy the policy that sampled
   * @param reference null without KL term
   */
  static PreparedGeneration of(
      GenerationBatch batch,
      GrpoConfig config,
      TokenScorer policy,
      @Nullable TokenScorer reference) {
    List<Rollout> rollouts = batch.rollouts();
    Advantages advantages =
        Advantages.of(
            rollouts.stream().map(Rollout::rewards).toList(),
            batch.rewardNames(),
            config.numGenerations(),
            batch.rewardWeights(),
            config.scaleRewards(),
            config.multiObjectiveAggregation());
    SequencedMap<String, Double> metrics = new LinkedHashMap<>(lengthMetrics(rollouts));
    metrics.putAll(advantages.metrics());
    List<TrainingRow> rows = new ArrayList<>();
    for (int i = 0; i < rollouts.size(); i++) {
      rows.add(
          row(
              rollouts.get(i),
              (float) advantages.advantages()[i],
              config.maskTruncatedCompletions()));
    }
    long tokens = MicroBatches.tokens(rows);
    long scored = 0;
    if (config.needsOldLogprobs()) {
      scored += tokens;
      rows = withOldLogprobs(rows, policy, config);
      if (hasSamplerLogprobs(rows)) {
        metrics.putAll(
            CompletionMetrics.samplerDifference(
                rows, rows.stream().map(TrainingRow::oldLogprobs).toList()));
      }
    }
    if (config.correctsSampler() && hasSamplerLogprobs(rows)) {
      SamplerCorrection correction = SamplerCorrection.of(config);
      rows = rows.stream().map(row -> row.withSamplerWeights(correction)).toList();
      metrics.putAll(CompletionMetrics.samplerWeights(rows, correction.perSequence()));
    }
    if (reference != null) {
      scored += tokens;
      rows = withRefLogprobs(rows, reference, config);
    }
    List<TrainingRow> shuffled = new ArrayList<>();
    for (int from : batch.permutation()) {
      shuffled.add(rows.get(from));
    }
    return new PreparedGeneration(
        List.copyOf(shuffled),
        rows.stream().mapToLong(TrainingRow::activeTokens).sum(),
        rollouts.stream().mapToLong(r -> r.promptIds().length + r.producedTokens()).sum(),
        advantages.advantages(),
        metrics,
        scored);
  }

  static TrainingRow row(Rollout rollout, float advantage, boolean maskTruncated) {
    float[] advantages = new float[rollout.completionIds().length];
    Arrays.fill(advantages, advantage);
    return new TrainingRow(
        rollout.promptIds(),
        rollout.completionIds(),
        rollout.lossMask(maskTruncated),
        advantages,
        null,
        null,
        rollout.samplerLogprobs(),
        null);
  }

  static SequencedMap<String, Double> lengthMetrics(List<Rollout> rollouts) {
    int[] lengths = new int[rollouts.size()];
    boolean[] truncated = new boolean[rollouts.size()];
    for (int i = 0; i < lengths.length; i++) {
      lengths[i] = rollouts.get(i).producedTokens();
      truncated[i] = rollouts.get(i).truncated();
    }
    return CompletionMetrics.lengths(lengths, truncated);
  }

  static boolean hasSamplerLogprobs(List<TrainingRow> rows) {
    return rows.stream().anyMatch(row -> row.samplerLogprobs() != null);
  }

  private static List<TrainingRow> withOldLogprobs(
      List<TrainingRow> rows, TokenScorer policy, GrpoConfig config) {
    List<float[]> values = MicroBatches.logprobs(policy, rows, config.tokensPerMicroBatch());
    List<TrainingRow> result = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      result.add(rows.get(i).withOldLogprobs(values.get(i)));
    }
    return result;
  }

  private static List<TrainingRow> withRefLogprobs(
      List<TrainingRow> rows, TokenScorer reference, GrpoConfig config) {
    List<float[]> values = MicroBatches.logprobs(reference, rows, config.tokensPerMicroBatch());
    List<TrainingRow> result = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      result.add(rows.get(i).withRefLogprobs(values.get(i)));
    }
    return result;
  }
}
