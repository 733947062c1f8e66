package org.openr1.train.grpo;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** What TRL logs about the completions of one generation batch (spec 2.14). */
final class CompletionMetrics {
  private CompletionMetrics() {}

  /**
   * @param lengths tokens that the model produced, per completion
   * @param truncated whether the completion ended without an end of sequence
   */
  static SequencedMap<String, Double> lengths(int[] lengths, boolean[] truncated) {
    SequencedMap<String, Double> metrics = new LinkedHashMap<>();
    put(metrics, "length", lengths);
    int count = 0;
    int[] terminated = new int[lengths.length];
    for (int i = 0; i < lengths.length; i++) {
      if (!truncated[i]) {
        terminated[count++] = lengths[i];
      }
    }
    metrics.put("completions/clipped_ratio", 1 - count / (double) lengths.length);
    put(metrics, "terminated_length", Arrays.copyOf(terminated, count));
    return metrics;
  }

  private static void put(Map<String, Double> metrics, String what, int[] lengths) {
    metrics.put("completions/mean_" + what, Arrays.stream(lengths).average().orElse(0));
    metrics.put("completions/min_" + what, (double) Arrays.stream(lengths).min().orElse(0));
    metrics.put("completions/max_" + what, (double) Arrays.stream(lengths).max().orElse(0));
  }

  /** |trainer - sampler| over the active tokens for which the sampler gave a value. */
  static SequencedMap<String, Double> samplerDifference(
      List<TrainingRow> rows, List<float @Nullable []> logprobs) {
    double sum = 0;
    double max = Double.NaN;
    long count = 0;
    for (int r = 0; r < rows.size(); r++) {
      TrainingRow row = rows.get(r);
      float[] sampler = row.samplerLogprobs();
      float[] trainer = logprobs.get(r);
      for (int t = 0; sampler != null && trainer != null && t < row.length(); t++) {
        if (row.mask()[t] != 0 && !Float.isNaN(sampler[t])) {
          double difference = Math.abs((double) trainer[t] - sampler[t]);
          sum += difference;
          max = Double.isNaN(max) ? difference : Math.max(max, difference);
          count++;
        }
      }
    }
    SequencedMap<String, Double> metrics = new LinkedHashMap<>();
    metrics.put("sampling/sampling_logp_difference/mean", count == 0 ? 0 : sum / count);
    metrics.put("sampling/sampling_logp_difference/max", count == 0 ? 0 : max);
    return metrics;
  }

  /** Extremes and mean of the sampler weights, over rows or over active tokens. */
  static SequencedMap<String, Double> samplerWeights(List<TrainingRow> rows, boolean perSequence) {
    double sum = 0;
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    long count = 0;
    for (TrainingRow row : rows) {
      float[] weights = row.samplerWeights();
      float[] sampler = row.samplerLogprobs();
      if (weights == null || sampler == null) {
        continue;
      }
      for (int t = 0; t < (perSequence ? Math.min(1, row.length()) : row.length()); t++) {
        if (perSequence || row.mask()[t] != 0) {
          sum += weights[t];
          min = Math.min(min, weights[t]);
          max = Math.max(max, weights[t]);
          count++;
        }
      }
    }
    SequencedMap<String, Double> metrics = new LinkedHashMap<>();
    metrics.put("sampling/importance_sampling_ratio/min", count == 0 ? 0 : min);
    metrics.put("sampling/importance_sampling_ratio/mean", count == 0 ? 0 : sum / count);
    metrics.put("sampling/importance_sampling_ratio/max", count == 0 ? 0 : max);
    return metrics;
  }
}
