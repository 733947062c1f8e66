package org.openr1.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openr1.verify.Verdict;
import tools.jackson.databind.JsonNode;

/** Counts over the rows of an output, and the lines that end a run. */
final class VerifySummary {
  private static final int RULES_SHOWN = 10;
  private static final int ROWS_SHOWN = 20;
  private static final int TEXT_SHOWN = 60;

  private final VerifyColumns columns;
  private final Map<String, Long> statuses = new HashMap<>();
  private final Map<String, Long> rules = new HashMap<>();
  private final List<String> shown = new ArrayList<>();
  private final List<Long> failedRows = new ArrayList<>();
  private long rows;
  private long failed;
  private long compared;
  private long falseNow;
  private long trueNow;
  private long unclear;
  private long slowestRow;
  private long slowestNanos = -1;

  VerifySummary(VerifyColumns columns) {
    this.columns = columns;
  }

  long rows() {
    return rows;
  }

  long disagreements() {
    return falseNow + trueNow;
  }

  /**
   * Counts the next row.
   *
   * @param nanos time it took, -1 where an earlier run judged it
   * @return whether its verdict is another than the one it came with
   */
  boolean add(JsonNode row, long nanos) {
    rows++;
    String rule = row.path(VerifyColumns.RULE).asString("");
    if (rule.startsWith(Judgement.ERROR)) {
      failed++;
      if (failedRows.size() < ROWS_SHOWN) {
        failedRows.add(rows);
      }
      rule = "error";
    }
    statuses.merge(row.path(VerifyColumns.STATUS).asString(""), 1L, Long::sum);
    rules.merge(rule, 1L, Long::sum);
    if (nanos > slowestNanos) {
      slowestNanos = nanos;
      slowestRow = rows;
    }
    return compare(row);
  }

  private boolean compare(JsonNode row) {
    Optional<Boolean> expected = VerifyColumns.expected(row);
    if (expected.isEmpty()) {
      unclear += row.has(VerifyColumns.EXPECTED) ? 1 : 0;
      return false;
    }
    compared++;
    boolean correct = row.path(VerifyColumns.VERDICT).asBoolean(false);
    if (expected.get() == correct) {
      return false;
    }
    if (correct) {
      trueNow++;
    } else {
      falseNow++;
    }
    if (shown.size() < ROWS_SHOWN) {
      shown.add(
          "  row %d: expected %s, is %s by %s; gold %s, answer %s"
              .formatted(
                  rows,
                  expected.get(),
                  row.path(VerifyColumns.STATUS).asString(""),
                  brief(row.path(VerifyColumns.RULE)),
                  brief(row.path(columns.gold())),
                  brief(
                      row.path(VerifyColumns.EXTRACTED).isNull()
                          ? row.path(columns.answer())
                          : row.path(VerifyColumns.EXTRACTED))));
    }
    return true;
  }

  /** The end of a long text: that is where answers stand. */
  private static String brief(JsonNode value) {
    String text =
        VerifyColumns.text(value).orElse("none").replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return text.length() <= TEXT_SHOWN ? text : "..." + text.substring(text.length() - TEXT_SHOWN);
  }

  /**
   * Prints all counts.
   *
   * @param before rows that an earlier run judged
   * @param seconds time of this run
   */
  void print(PrintWriter out, long before, double seconds, VerifyFiles files) {
    line(
        out,
        "rows",
        String.format(
            Locale.ROOT,
            "%,d%s in %.1f s, %,.0f rows/s",
            rows,
            before > 0 ? String.format(Locale.ROOT, " (%,d of them earlier)", before) : "",
            seconds,
            (rows - before) / Math.max(seconds, 1e-3)));
    for (Verdict.Status status : Verdict.Status.values()) {
      long count = statuses.getOrDefault(status.id(), 0L);
      line(
          out,
          status.id(),
          String.format(Locale.ROOT, "%,d  %.2f %%", count, 100.0 * count / Math.max(1, rows)));
    }
    line(out, "rules", topRules());
    if (slowestNanos >= 0) {
      line(
          out,
          "slowest",
          String.format(Locale.ROOT, "row %d, %.1f ms", slowestRow, slowestNanos / 1e6));
    }
    if (failed > 0) {
      String which = failedRows.stream().map(String::valueOf).collect(Collectors.joining(", "));
      String more = failed > failedRows.size() ? ", ..." : "";
      line(
          out,
          "errors",
          String.format(Locale.ROOT, "%,d, the verifier failed on row %s%s", failed, which, more));
    }
    agreement(out, files);
    out.println("Wrote " + files.output() + ".");
  }

  private String topRules() {
    return rules.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(RULES_SHOWN)
        .map(rule -> String.format(Locale.ROOT, "%s %,d", rule.getKey(), rule.getValue()))
        .collect(Collectors.joining(", "));
  }

  private void agreement(PrintWriter out, VerifyFiles files) {
    if (compared > 0) {
      line(
          out,
          "agreement",
          String.format(
              Locale.ROOT,
              "%,d of %,d  %.2f %%; expected true but not equal: %,d; expected false but equal:"
                  + " %,d",
              compared - disagreements(),
              compared,
              100.0 * (compared - disagreements()) / compared,
              falseNow,
              trueNow));
    }
    if (unclear > 0) {
      line(
          out,
          "unclear",
          String.format(
              Locale.ROOT, "%,d, came with a verdict that is neither true nor false", unclear));
    }
    shown.forEach(out::println);
    if (disagreements() > 0) {
      out.printf(
          Locale.ROOT,
          "  %s %s%n",
          disagreements() > shown.size() ? "All of them:" : "Also in",
          files.disagreements());
    }
  }

  private static void line(PrintWriter out, String label, String text) {
    out.println(String.format(Locale.ROOT, "%-11s", label) + text);
  }
}
