package org.openr1.pipeline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.openr1.eval.EvaluationResult;
import org.openr1.eval.Interval;
import org.openr1.pipeline.report.Claim.Verdict;

final class ReportPageTest {
  static Report example(String answer) {
    var summary = new LinkedHashMap<String, String>();
    summary.put("seed", "42");
    summary.put("CPU", "two cores, avx2 avx512f");
    var answers = new LinkedHashMap<String, Report.ModelAnswer>();
    answers.put("base", new Report.ModelAnswer(answer, false));
    answers.put(
        "r1", new Report.ModelAnswer("<think>a=3; b=3+4=7</think><answer>7</answer>", true));
    double[] x = new double[60];
    double[] y = new double[60];
    double[] z = new double[60];
    for (int i = 0; i < 60; i++) {
      x[i] = i + 1;
      y[i] = 1 - Math.exp(-i / 15.0) + 0.1 * Math.sin(i * 1.7);
      z[i] = i == 30 ? Double.NaN : 1 - Math.exp(-i / 30.0);
    }
    return new Report(
        "quickstart",
        summary,
        List.of(row("base", 0.12, 23), row("r1_zero", 0.91, 44)),
        List.of(
            new Report.StagePart(
                "r1_zero",
                "Pure RL on the base model with rule rewards only.",
                93,
                List.of(
                    new Report.Chart("reward", "step", List.of(new Series("reward", x, y))),
                    new Report.Chart(
                        "accuracy by level",
                        "step",
                        List.of(new Series("level 1", x, y), new Series("level 6", x, z)))))),
        List.of(new Report.SideBySide("a=3, b=a+4; value of b?", "7", answers)),
        List.of(
            new Claim("C1", "RL lifts", "15.6 to 77.9", "+79 points", Verdict.SHOWN, "above 0"),
            new Claim("C6", "longer", "jump", "not measured", Verdict.NOT_TESTED, "none")),
        List.of("compute: 1 against 2"),
        "name: quickstart\nseed: 42\n");
  }

  private static EvaluationResult row(String stage, double rate, double tokens) {
    return new EvaluationResult(
        stage,
        "test",
        200,
        16,
        rate,
        new Interval(rate - 0.03, rate + 0.03),
        rate,
        rate,
        1,
        tokens,
        0.7,
        0.9,
        new TreeMap<>(Map.of(1, rate, 2, rate / 2)),
        0.1,
        0);
  }

  @Test
  void thePageHasNoScriptAndNoOutsideAddress() {
    String page = ReportPage.render(example("<answer>3</answer>"));
    assertThat(page)
        .doesNotContain("<script")
        .doesNotContain("http:")
        .doesNotContain("https:")
        .doesNotContain("src=")
        .contains("viewport")
        .contains("prefers-color-scheme: dark");
  }

  @Test
  void modelOutputCannotEscapeIntoThePage() {
    String page = ReportPage.render(example("</code><script>alert('x')</script>\u0000&"));
    assertThat(page)
        .doesNotContain("<script>")
        .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;\uFFFD&amp;");
  }

  @Test
  void everyChartIsWellFormedAndLeavesGapsWhereValuesAreMissing() throws Exception {
    String page = ReportPage.render(example("x"));
    int charts = 0;
    for (int at = page.indexOf("<svg"); at >= 0; at = page.indexOf("<svg", at + 1)) {
      String svg = page.substring(at, page.indexOf("</svg>", at) + 6);
      DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
      assertThat(svg).doesNotContain("NaN");
      charts++;
    }
    assertThat(charts).isEqualTo(4); // two interval bars, two charts
    assertThat(page).contains("accuracy by level").contains("level 6");
  }

  @Test
  void ticksAreRoundNumbersInsideTheRange() {
    assertThat(Ticks.between(0, 1, 4).stream().map(Ticks::label))
        .containsExactly("0", "0.2", "0.4", "0.6", "0.8", "1");
    assertThat(Ticks.between(17, 212, 4)).containsExactly(50.0, 100.0, 150.0, 200.0);
    assertThat(Ticks.label(0.30000000000000004)).isEqualTo("0.3");
    assertThat(Ticks.label(150)).isEqualTo("150");
    assertThat(Ticks.label(3e-7)).isEqualTo("3e-7");
  }
}
