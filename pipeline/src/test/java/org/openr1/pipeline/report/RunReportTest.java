package org.openr1.pipeline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openr1.eval.EvaluationResult;
import org.openr1.eval.Interval;
import org.openr1.pipeline.results.ResultsFile;

@SuppressWarnings("StringConcatToTextBlock") // rows of files, as they are written
final class RunReportTest {
  @TempDir private Path run;

  @BeforeEach
  void recipe() throws IOException {
    Files.writeString(
        run.resolve("recipe.yaml"),
        "name: toy\nseed: 7\nstages:\n  evaluate_base: {kind: evaluate}\n  r1_zero: {kind: grpo}\n"
            + "  evaluate_zero: {kind: evaluate}\n");
  }

  private void stage(String name, String kind, String purpose) throws IOException {
    Files.createDirectories(run.resolve(name).resolve("output"));
    Files.writeString(
        run.resolve(name).resolve("stage.json"),
        """
        {"stage": "%s", "kind": "%s", "purpose": "%s", "reads": [], "seconds": 61.5,
         "figures": {}, "compute": {}}
        """
            .formatted(name, kind, purpose));
  }

  private void evaluation(String name, String model, double rate, String text) throws IOException {
    stage(name, "evaluate", "Measure");
    Path output = run.resolve(name).resolve("output");
    ResultsFile.write(
        output.resolve("results.json"),
        List.of(
            new EvaluationResult(
                model,
                "test",
                4,
                16,
                rate,
                new Interval(0, 1),
                rate,
                rate,
                1,
                30,
                0.7,
                0.9,
                new TreeMap<>(Map.of(1, rate)),
                0.1,
                0)));
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      rows.append(
          "{\"id\":\"p%d\",\"level\":%d,\"question\":\"q%d\",\"answer\":\"7\",\"rate\":%s,\"consensus\":true,\"mean_tokens\":%d,\"reflection_rate\":0.1,\"language_consistency\":0.7,\"greedy_text\":\"%s\",\"greedy_right\":true}%n"
              .formatted(i, 4 - i, i, rate - 0.01 * i, 30 + i, text));
    }
    Files.writeString(output.resolve("answers.jsonl"), rows);
  }

  @Test
  void gathersResultsClaimsAnswersAndCurvesOfTheStagesThatAreDone() throws IOException {
    evaluation("evaluate_base", "base", 0.2, "from base");
    stage("r1_zero", "grpo", "Pure RL");
    Files.writeString(
        run.resolve("r1_zero/metrics.jsonl"),
        "{\"step\":1,\"reward\":0.25,\"completions/mean_length\":20,\"rewards/accuracy_reward/mean\":0.1}\n"
            + "{\"step\":2,\"reward\":0.75,\"completions/mean_length\":40,\"rewards/accuracy_reward/mean\":0.6}\n");
    Files.writeString(
        run.resolve("r1_zero/curves.json"),
        "{\"accuracy_by_level\": {\"1\": {\"step\": [1, 2], \"accuracy\": [0.1, 0.9]}, \"6\":"
            + " {\"step\": [1, 2], \"accuracy\": [0.1, 0.2]}}}");
    evaluation("evaluate_zero", "r1_zero", 0.9, "from zero");
    RunReport.write(run);
    String page = Files.readString(run.resolve("report.html"));
    assertThat(page)
        .contains("<h1>toy</h1>")
        .contains("pass@1 +70.0 points")
        .contains("answer length, tokens")
        .contains("training accuracy by level")
        .contains("Pure RL")
        .contains("from base")
        .contains("from zero");
    // The same easiest, middle and hardest problems each time: p3 has level 1, p0 level 4.
    assertThat(page.indexOf(">q3<")).isPositive().isLessThan(page.indexOf(">q0<"));
  }

  @Test
  void aRunThatHasJustStartedHasAReportToo() throws IOException {
    RunReport.write(run);
    assertThat(Files.readString(run.resolve("report.html")))
        .contains("No stage was evaluated")
        .doesNotContain("The paper's claims");
  }
}
