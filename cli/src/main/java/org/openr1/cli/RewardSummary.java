package org.openr1.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.SortedMap;
import tools.jackson.databind.JsonNode;

/** Counts over the rows of an output, and the lines that end a run. */
final class RewardSummary {
  private long rows;
  private long scored;
  private double sum;
  private double least = Double.POSITIVE_INFINITY;
  private double most = Double.NEGATIVE_INFINITY;

  long rows() {
    return rows;
  }

  /** Counts the next row. */
  void add(JsonNode row) {
    rows++;
    JsonNode reward = row.path(RewardColumns.REWARD);
    if (reward.isNumber()) {
      double value = reward.doubleValue();
      scored++;
      sum += value;
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
  }

  /**
   * Prints all counts.
   *
   * @param before rows that an earlier run scored
   * @param seconds time of this run
   * @param failures rows that the function failed on in this run, by kind
   */
  void print(PrintWriter out, long before, double seconds, SortedMap<String, Long> failures) {
    out.printf(
        Locale.ROOT,
        "rows %,d%s, scored %,d, null %,d, mean %s in %.1f s%n",
        rows,
        before > 0 ? String.format(Locale.ROOT, " (%,d of them earlier)", before) : "",
        scored,
        rows - scored,
        scored == 0
            ? "none"
            : String.format(Locale.ROOT, "%.4f (%s to %s)", sum / scored, least, most),
        seconds);
    failures.forEach(
        (kind, count) -> out.printf(Locale.ROOT, "  failed on %,d: %s%n", count, kind));
  }
}
