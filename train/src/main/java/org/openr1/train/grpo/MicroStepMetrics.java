package org.openr1.train.grpo;

import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * What TRL logs about the loss of one micro-step: {@code kl}, {@code entropy} and the clip ratios
 * (spec 2.14). Computed on the host from detached values.
 */
final class MicroStepMetrics {
  private final PolicyLoss loss;
  private final List<TrainingRow> rows;
  private final List<float[]> logprobs;
  private final List<float[]> entropies;

  /**
   * @param rows of the micro-step
   * @param logprobs per row, under the current policy
   * @param entropies per row, in nats
   */
  MicroStepMetrics(
      PolicyLoss loss, List<TrainingRow> rows, List<float[]> logprobs, List<float[]> entropies) {
    this.loss = loss;
    this.rows = rows;
    this.logprobs = logprobs;
    this.entropies = entropies;
  }

  void addTo(MetricLog log) {
    if (loss.beta() != 0) {
      log.add("kl", tokenMean(this::kl));
    }
    log.add("entropy", tokenMean(r -> t -> entropies.get(r)[t]));
    log.add("clip_ratio/low_mean", clipMean(true, false));
    log.add("clip_ratio/high_mean", clipMean(false, true));
    log.add("clip_ratio/region_mean", clipMean(true, true));
    log.add("clip_ratio/low_min", clipExtreme(true));
    log.add("clip_ratio/high_max", clipExtreme(false));
  }

  private interface TokenValue {
    IntToDoubleFunction of(int row);
  }

  /** Mean over the active tokens of the micro-step; 0 if there are none. */
  private double tokenMean(TokenValue value) {
    double sum = 0;
    long count = 0;
    for (int r = 0; r < rows.size(); r++) {
      float[] mask = rows.get(r).mask();
      IntToDoubleFunction ofToken = value.of(r);
      for (int t = 0; t < mask.length; t++) {
        if (mask[t] != 0) {
          sum += ofToken.applyAsDouble(t);
          count++;
        }
      }
    }
    return sum / Math.max(count, 1);
  }

  private double clipMean(boolean low, boolean high) {
    if (!loss.sequenceLevel()) {
      return tokenMean(
          r -> {
            IntToDoubleFunction ratio = ratio(r);
            float[] advantages = rows.get(r).advantages();
            return t -> clipped(ratio.applyAsDouble(t), advantages[t], low, high);
          });
    }
    double sum = 0;
    for (int r = 0; r < rows.size(); r++) {
      sum += sequenceClipped(r, low, high);
    }
    return sum / rows.size();
  }

  /**
   * Smallest low share or largest high share of a row; rows without an active token are left out.
   */
  private double clipExtreme(boolean low) {
    double extreme = Double.NaN;
    for (int r = 0; r < rows.size(); r++) {
      double share = rowShare(r, low);
      if (!Double.isNaN(share)
          && (Double.isNaN(extreme) || (low ? share < extreme : share > extreme))) {
        extreme = share;
      }
    }
    return extreme;
  }

  private double rowShare(int r, boolean low) {
    TrainingRow row = rows.get(r);
    if (loss.sequenceLevel()) {
      return sequenceClipped(r, low, !low);
    }
    IntToDoubleFunction ratio = ratio(r);
    double sum = 0;
    int active = 0;
    for (int t = 0; t < row.length(); t++) {
      if (row.mask()[t] != 0) {
        sum += clipped(ratio.applyAsDouble(t), row.advantages()[t], low, !low);
        active++;
      }
    }
    return active == 0 ? Double.NaN : sum / active;
  }

  private double sequenceClipped(int r, boolean low, boolean high) {
    TrainingRow row = rows.get(r);
    return row.length() == 0
        ? 0
        : clipped(ratio(r).applyAsDouble(0), row.advantages()[0], low, high);
  }

  private double clipped(double ratio, double advantage, boolean low, boolean high) {
    boolean isLow = ratio < 1 - loss.epsilon() && advantage < 0;
    boolean isHigh = ratio > 1 + loss.epsilonHigh() && advantage > 0;
    return (low && isLow) || (high && isHigh) ? 1 : 0;
  }

  /** The ratio of a row's tokens, capped at delta. */
  private IntToDoubleFunction ratio(int r) {
    IntToDoubleFunction uncapped = uncappedRatio(r);
    Double delta = loss.delta();
    double cap = delta == null ? Double.POSITIVE_INFINITY : delta;
    return t -> Math.min(uncapped.applyAsDouble(t), cap);
  }

  private IntToDoubleFunction uncappedRatio(int r) {
    TrainingRow row = rows.get(r);
    float[] old = row.oldLogprobs();
    if (old == null) {
      return t -> 1;
    }
    float[] now = logprobs.get(r);
    if (!loss.sequenceLevel()) {
      return t -> Math.exp((double) now[t] - old[t]);
    }
    double sum = 0;
    for (int t = 0; t < row.length(); t++) {
      sum += row.mask()[t] * ((double) now[t] - old[t]);
    }
    double ratio = Math.exp(sum / Math.max(row.activeTokens(), 1));
    return t -> ratio;
  }

  private IntToDoubleFunction kl(int r) {
    float[] now = logprobs.get(r);
    float[] reference = rows.get(r).refLogprobs();
    if (reference == null) {
      throw new IllegalArgumentException("row " + r + " has no reference log-probabilities");
    }
    IntToDoubleFunction ratio = loss.biasCorrection() ? uncappedRatio(r) : t -> 1;
    return t -> {
      double difference = (double) reference[t] - now[t];
      return (Math.exp(difference) - difference - 1) * ratio.applyAsDouble(t);
    };
  }
}
