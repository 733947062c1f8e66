package org.openr1.train.grpo;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Rewards to advantages as TRL computes them (spec 2.7 with Appendix C). G consecutive rows form a
 * group; a reward that does not apply is NaN; rewards are rounded to float32 before any statistic.
 *
 * @param advantages one per row; 0 where the row cannot be scored
 * @param rewards weighted sum per row, NaN where no function applies
 * @param metrics mean and std of each function, of the weighted sum (TRL's reward and reward_std),
 *     and frac_reward_zero_std
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record Advantages(
    double[] advantages, double[] rewards, SequencedMap<String, Double> metrics) {

  /** Added to the standard deviation in the denominator. */
  private static final double STD_EPSILON = 1e-4;

  /** A standard deviation up to this counts as zero (the default of torch.isclose). */
  private static final double ZERO_STD = 1e-8;

  /**
   * Computes the advantages of one generation batch.
   *
   * @param rewards [N][F], null = the function does not apply
   * @param names of the F functions
   * @param groupSize G
   * @param weights one per function
   * @param scaleRewards group, batch or none
   * @param aggregation sum_then_normalize or normalize_then_sum
   */
  public static Advantages of(
      List<? extends List<? extends @Nullable Number>> rewards,
      List<String> names,
      int groupSize,
      double[] weights,
      String scaleRewards,
      String aggregation) {
    if (names.size() != weights.length) {
      throw new IllegalArgumentException(
          "%d reward weights for %d rewards %s".formatted(weights.length, names.size(), names));
    }
    int rows = rewards.size();
    if (groupSize < 1 || rows == 0 || rows % groupSize != 0) {
      throw new IllegalArgumentException(
          "%d rows are not whole groups of %d".formatted(rows, groupSize));
    }
    double[][] byFunction = columns(rewards, weights.length);
    double[] sum = weightedSum(byFunction, weights);
    boolean sumThenNormalize = aggregation.equals("sum_then_normalize");
    double[] scale;
    double[] advantages;
    if (sumThenNormalize) {
      scale =
          scaleRewards.equals("batch")
              ? repeated(std(sum), rows)
              : groupStatistic(sum, groupSize, true);
      double[] mean = groupStatistic(sum, groupSize, false);
      advantages = new double[rows];
      for (int i = 0; i < rows; i++) {
        double centred = sum[i] - mean[i];
        advantages[i] = scaleRewards.equals("none") ? centred : centred / (scale[i] + STD_EPSILON);
      }
    } else {
      double[] total = sumOfNormalised(byFunction, weights, sum, groupSize);
      scale = repeated(groupSize == 1 ? 0 : std(total), rows);
      double mean = mean(total);
      advantages = new double[rows];
      for (int i = 0; i < rows; i++) {
        advantages[i] = (total[i] - mean) / (scale[i] + STD_EPSILON);
      }
    }
    for (int i = 0; i < rows; i++) {
      advantages[i] = Double.isNaN(advantages[i]) ? 0 : advantages[i];
    }
    return new Advantages(advantages, sum, metrics(byFunction, names, sum, scale));
  }

  private static SequencedMap<String, Double> metrics(
      double[][] byFunction, List<String> names, double[] sum, double[] scale) {
    SequencedMap<String, Double> metrics = new LinkedHashMap<>();
    for (int f = 0; f < byFunction.length; f++) {
      metrics.put("rewards/" + names.get(f) + "/mean", mean(byFunction[f]));
      metrics.put("rewards/" + names.get(f) + "/std", std(byFunction[f]));
    }
    metrics.put("reward", mean(sum));
    metrics.put("reward_std", std(sum));
    long zero = Arrays.stream(scale).filter(s -> Math.abs(s) <= ZERO_STD).count();
    metrics.put("frac_reward_zero_std", zero / (double) scale.length);
    return metrics;
  }

  /** GDPO: every function is normalised in its groups before the weighted sum. */
  private static double[] sumOfNormalised(
      double[][] byFunction, double[] weights, double[] rawSum, int groupSize) {
    int rows = rawSum.length;
    double[][] normalised = new double[byFunction.length][rows];
    for (int f = 0; f < byFunction.length; f++) {
      double[] mean = groupStatistic(byFunction[f], groupSize, false);
      double[] std = groupStatistic(byFunction[f], groupSize, true);
      for (int i = 0; i < rows; i++) {
        normalised[f][i] = (byFunction[f][i] - mean[i]) / (std[i] + STD_EPSILON);
      }
    }
    double[] total = weightedSum(normalised, weights);
    for (int i = 0; i < rows; i++) {
      // A row with rewards whose normalised values are all NaN takes part with 0.
      total[i] = Double.isNaN(rawSum[i]) ? Double.NaN : Double.isNaN(total[i]) ? 0 : total[i];
    }
    return total;
  }

  private static double[][] columns(
      List<? extends List<? extends @Nullable Number>> rewards, int functions) {
    double[][] columns = new double[functions][rewards.size()];
    for (int i = 0; i < rewards.size(); i++) {
      List<? extends @Nullable Number> row = rewards.get(i);
      if (row.size() != functions) {
        throw new IllegalArgumentException(
            "row %d has %d rewards for %d functions".formatted(i, row.size(), functions));
      }
      for (int f = 0; f < functions; f++) {
        Number value = row.get(f);
        columns[f][i] = value == null ? Double.NaN : value.floatValue();
      }
    }
    return columns;
  }

  /** NaN-ignoring weighted sum over functions; NaN where every value is. */
  private static double[] weightedSum(double[][] byFunction, double[] weights) {
    int rows = byFunction.length == 0 ? 0 : byFunction[0].length;
    double[] sum = new double[rows];
    for (int i = 0; i < rows; i++) {
      boolean any = false;
      for (int f = 0; f < byFunction.length; f++) {
        if (!Double.isNaN(byFunction[f][i])) {
          any = true;
          sum[i] += weights[f] * byFunction[f][i];
        }
      }
      sum[i] = any ? sum[i] : Double.NaN;
    }
    return sum;
  }

  /** Mean or standard deviation of each group, repeated for its rows. */
  private static double[] groupStatistic(double[] values, int groupSize, boolean deviation) {
    double[] result = new double[values.length];
    for (int start = 0; start < values.length; start += groupSize) {
      double[] group = Arrays.copyOfRange(values, start, start + groupSize);
      double statistic = deviation ? (groupSize == 1 ? 0 : std(group)) : mean(group);
      Arrays.fill(result, start, start + groupSize, statistic);
    }
    return result;
  }

  /** NaN-ignoring mean; NaN if there is no value. */
  static double mean(double[] values) {
    return Arrays.stream(values).filter(v -> !Double.isNaN(v)).average().orElse(Double.NaN);
  }

  /** NaN-ignoring sample standard deviation (divides by n - 1); NaN below two values. */
  static double std(double[] values) {
    double mean = mean(values);
    double squares = 0;
    int count = 0;
    for (double value : values) {
      if (!Double.isNaN(value)) {
        squares += (value - mean) * (value - mean);
        count++;
      }
    }
    return count < 2 ? Double.NaN : Math.sqrt(squares / (count - 1));
  }

  private static double[] repeated(double value, int count) {
    double[] result = new double[count];
    Arrays.fill(result, value);
    return result;
  }
}
