package org.openr1.train.grpo;

import java.util.Map;

/** Times of the steps of this process: duration, throughput, what is left. */
final class StepClock {
  /** Weight of the newest step in the moving averages. */
  private static final double NEWEST = 0.1;

  private int stepsLeft;
  private long started;
  private double movingSeconds = Double.NaN;
  private double movingReward = Double.NaN;

  StepClock(int stepsLeft) {
    this.stepsLeft = stepsLeft;
  }

  void start() {
    started = System.nanoTime();
  }

  /** Adds step_time and the progress figures. */
  void stop(StepReport report, Map<String, Double> metrics) {
    double seconds = (System.nanoTime() - started) / 1e9;
    stepsLeft--;
    movingSeconds = moved(movingSeconds, seconds);
    movingReward = moved(movingReward, metrics.getOrDefault("reward", Double.NaN));
    metrics.put("step_time", seconds);
    metrics.put("progress/reward_moving_mean", movingReward);
    metrics.put(
        "progress/tokens_per_second",
        (report.sampledTokens() + report.forwardTokens()) / Math.max(seconds, 1e-9));
    metrics.put("progress/seconds_left", movingSeconds * stepsLeft);
  }

  private static double moved(double mean, double value) {
    if (Double.isNaN(value)) {
      return mean;
    }
    return Double.isNaN(mean) ? value : mean + NEWEST * (value - mean);
  }
}
