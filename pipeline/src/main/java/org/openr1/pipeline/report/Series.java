package org.openr1.pipeline.report;

import java.util.Objects;

/**
 * A curve.
 *
 * @param name shown in the legend
 * @param x steps, ascending
 * @param y values; NaN leaves a gap
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier of plot points, never compared
public record Series(String name, double[] x, double[] y) {
  /** Checks that both arrays are equally long. */
  public Series {
    Objects.requireNonNull(name, "name is null");
    if (x.length != y.length) {
      throw new IllegalArgumentException(
          "series %s has %d x and %d y values".formatted(name, x.length, y.length));
    }
  }

  /** Mean over a window of {@code width} points ending at each point; NaN values do not count. */
  Series smoothed(int width) {
    double[] mean = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      double sum = 0;
      int count = 0;
      for (int j = Math.max(0, i - width + 1); j <= i; j++) {
        if (Double.isFinite(y[j])) {
          sum += y[j];
          count++;
        }
      }
      mean[i] = count == 0 ? Double.NaN : sum / count;
    }
    return new Series(name, x, mean);
  }

  boolean hasValues() {
    for (double value : y) {
      if (Double.isFinite(value)) {
        return true;
      }
    }
    return false;
  }
}
