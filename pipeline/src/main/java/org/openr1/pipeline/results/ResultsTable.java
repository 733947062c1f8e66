package org.openr1.pipeline.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openr1.eval.EvaluationResult;

/** The closing table: stage, pass@1 ± interval, greedy, cons@16, length, language. */
public final class ResultsTable {
  private ResultsTable() {}

  /** The table's lines with aligned columns. */
  public static List<String> lines(List<EvaluationResult> results) {
    List<String[]> rows = new ArrayList<>();
    rows.add(
        new String[] {
          "stage", "pass@1 ± 95 %", "greedy", "cons@16", "length", "language", "format"
        });
    for (EvaluationResult result : results) {
      double half = (result.ci95().high() - result.ci95().low()) / 2;
      rows.add(
          new String[] {
            result.stage(),
            percent(result.passAt1()) + " ± " + percent(half),
            percent(result.greedy()),
            percent(result.consAt16()),
            String.format(Locale.ROOT, "%.1f", result.meanTokens()),
            percent(result.languageConsistency()),
            percent(result.formatRate())
          });
    }
    int[] widths = new int[rows.getFirst().length];
    for (String[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        widths[i] = Math.max(widths[i], row[i].length());
      }
    }
    List<String> lines = new ArrayList<>();
    for (String[] row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < row.length; i++) {
        String padding = " ".repeat(widths[i] - row[i].length());
        line.append(i == 0 ? row[i] + padding : "  " + padding + row[i]);
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  private static String percent(double rate) {
    return Double.isNaN(rate) ? "-" : String.format(Locale.ROOT, "%.1f %%", 100 * rate);
  }
}
