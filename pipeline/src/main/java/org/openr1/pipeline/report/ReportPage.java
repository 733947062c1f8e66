package org.openr1.pipeline.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Collectors;
import org.openr1.eval.EvaluationResult;

/**
 * Writes a {@link Report} as one self-contained HTML page: no script, no network, light and dark.
 */
public final class ReportPage {
  private ReportPage() {}

  /** The whole page as text. */
  public static String render(Report report) {
    StringBuilder out = new StringBuilder(1 << 16);
    out.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">");
    out.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
    out.append("<meta name=\"color-scheme\" content=\"light dark\">");
    out.append("<title>").append(Html.escape(report.name())).append(" - Open-R1</title>");
    out.append("<style>").append(styleSheet()).append("</style></head><body><main>");
    out.append("<h1>").append(Html.escape(report.name())).append("</h1>");
    summary(out, report);
    results(out, report);
    claims(out, report);
    notes(out, report);
    sideBySide(out, report);
    stages(out, report);
    out.append("<h2>Recipe</h2><details><summary>The resolved recipe</summary><pre>");
    out.append(Html.escape(report.recipe())).append("</pre></details>");
    return out.append("</main></body></html>\n").toString();
  }

  private static void summary(StringBuilder out, Report report) {
    out.append("<dl class=\"facts\">");
    report
        .summary()
        .forEach(
            (key, value) ->
                out.append("<div><dt>")
                    .append(Html.escape(key))
                    .append("</dt><dd>")
                    .append(Html.escape(value))
                    .append("</dd></div>"));
    out.append("</dl>");
  }

  private static void results(StringBuilder out, Report report) {
    out.append("<h2>Held-out results after every stage</h2>");
    if (report.results().isEmpty()) {
      out.append("<p>No stage was evaluated.</p>");
      return;
    }
    out.append("<div class=\"wide\"><table><thead><tr><th>model</th><th>pass@1</th>");
    out.append("<th class=\"bar\"></th><th>95&nbsp;%</th><th>greedy</th><th>cons@16</th>");
    out.append("<th>pass@16</th><th>tokens</th><th>language</th><th>format</th>");
    out.append("<th>reflect</th><th>by level</th></tr></thead><tbody>");
    for (EvaluationResult row : report.results()) {
      out.append("<tr><th scope=\"row\">").append(Html.escape(row.stage())).append("</th>");
      cell(out, percent(row.passAt1()));
      out.append("<td class=\"bar\">").append(intervalBar(row)).append("</td>");
      cell(out, percent(row.ci95().low()) + "&ndash;" + percent(row.ci95().high()));
      cell(out, percent(row.greedy()));
      cell(out, percent(row.consAt16()));
      cell(out, percent(row.passAt16()));
      cell(out, String.format(Locale.ROOT, "%.1f", row.meanTokens()));
      cell(out, percent(row.languageConsistency()));
      cell(out, percent(row.formatRate()));
      cell(out, percent(row.reflectionRate()));
      cell(
          out,
          row.byDifficulty().values().stream()
              .map(ReportPage::percent)
              .collect(Collectors.joining(" ")));
      out.append("</tr>");
    }
    EvaluationResult first = report.results().getFirst();
    out.append("</tbody></table></div><p class=\"small\">");
    out.append(
        "%d problems of the %s split, %d samples each; percentages. pass@1 is the mean over samples, its interval is taken over problems; cons@16 is the majority answer; tokens is the mean answer length; by level lists pass@1 from the easiest level to the hardest."
            .formatted(first.problems(), Html.escape(first.split()), first.samples()));
    out.append("</p>");
  }

  private static void cell(StringBuilder out, String html) {
    out.append("<td>").append(html).append("</td>");
  }

  private static String intervalBar(EvaluationResult row) {
    return String.format(
        Locale.ROOT,
        "<svg viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><rect"
            + " class=\"fill\" width=\"%.1f\" height=\"10\"/><rect class=\"ci\" x=\"%.1f\" y=\"4\""
            + " width=\"%.1f\" height=\"2\"/></svg>",
        100 * row.passAt1(),
        100 * row.ci95().low(),
        100 * (row.ci95().high() - row.ci95().low()));
  }

  private static void claims(StringBuilder out, Report report) {
    if (report.claims().isEmpty()) {
      return;
    }
    out.append(
        "<h2>The paper's claims</h2><div class=\"wide\"><table class=\"claims\"><thead><tr>");
    out.append("<th>claim</th><th>the paper</th><th>this run</th><th>verdict</th></tr></thead>");
    out.append("<tbody>");
    for (Claim claim : report.claims()) {
      out.append("<tr><td><b>").append(claim.id()).append("</b> ");
      out.append(Html.escape(claim.statement())).append("</td><td>");
      out.append(Html.escape(claim.paper())).append("</td><td>");
      out.append(Html.escape(claim.measured())).append("</td><td><span class=\"verdict ");
      out.append(claim.verdict().name().toLowerCase(Locale.ROOT)).append("\">");
      out.append(claim.verdict().words()).append("</span></td></tr>");
    }
    out.append("</tbody></table></div>");
    out.append("<p class=\"small\">A claim is shown when its rule holds, not shown when it does");
    out.append(" not, not tested when the run has not measured it. The rules (intervals are 95 %,");
    out.append(" paired over problems):</p><ul class=\"small\">");
    for (Claim claim : report.claims()) {
      out.append("<li><b>").append(claim.id()).append("</b> ");
      out.append(Html.escape(claim.rule())).append("</li>");
    }
    out.append("</ul>");
  }

  private static void notes(StringBuilder out, Report report) {
    if (!report.notes().isEmpty()) {
      out.append("<h2>Also measured</h2><ul>");
      for (String note : report.notes()) {
        out.append("<li>").append(Html.escape(note)).append("</li>");
      }
      out.append("</ul>");
    }
  }

  private static void sideBySide(StringBuilder out, Report report) {
    if (report.sideBySide().isEmpty()) {
      return;
    }
    out.append("<h2>The same problems through the stages</h2>");
    out.append("<p class=\"small\">Greedy answers; the mark says whether the checker took it.</p>");
    for (Report.SideBySide problem : report.sideBySide()) {
      out.append("<section class=\"problem\"><h3><code>");
      out.append(Html.escape(problem.question())).append("</code> <span class=\"small\">answer: ");
      out.append(Html.escape(problem.reference())).append("</span></h3><dl>");
      problem
          .answers()
          .forEach(
              (model, answer) -> {
                out.append("<div><dt>").append(Html.escape(model));
                out.append(
                    answer.right()
                        ? " <span class=\"right\" title=\"right\">&#10003;</span>"
                        : " <span class=\"wrong\" title=\"wrong\">&#10007;</span>");
                out.append("</dt><dd><code>").append(Html.escape(answer.text()));
                out.append("</code></dd></div>");
              });
      out.append("</dl></section>");
    }
  }

  private static void stages(StringBuilder out, Report report) {
    out.append("<h2>Stages</h2>");
    for (Report.StagePart stage : report.stages()) {
      out.append("<section class=\"stage\"><h3>").append(Html.escape(stage.name()));
      out.append(
          String.format(Locale.ROOT, " <span class=\"small\">%.0f s</span>", stage.seconds()));
      out.append("</h3><p>").append(Html.escape(stage.purpose())).append("</p>");
      if (!stage.charts().isEmpty()) {
        out.append("<div class=\"charts\">");
        for (Report.Chart chart : stage.charts()) {
          out.append(LineChart.render(chart.title(), chart.labelX(), chart.curves()));
        }
        out.append("</div>");
      }
      out.append("</section>");
    }
  }

  private static String percent(double fraction) {
    return String.format(Locale.ROOT, "%.1f", 100 * fraction);
  }

  private static String styleSheet() {
    try (InputStream in = ReportPage.class.getResourceAsStream("report.css")) {
      if (in == null) {
        throw new IllegalStateException("report.css is missing from the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read report.css", e);
    }
  }
}
