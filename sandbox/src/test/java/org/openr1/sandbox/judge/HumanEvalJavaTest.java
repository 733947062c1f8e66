package org.openr1.sandbox.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.openr1.sandbox.Sandbox;
import org.openr1.sandbox.SandboxLimits;
import tools.jackson.databind.JsonNode;

class HumanEvalJavaTest {
  private static final SandboxLimits LIMITS = SandboxLimits.DEFAULT.withMemory(1L << 30);
  private static final Map<String, String> RIGHT =
      Map.of(
          "HumanEval_23_strlen", "return string.length();\n",
          "HumanEval_53_add", "return x + y;\n");
  private static final Map<String, String> WRONG =
      Map.of(
          "HumanEval_23_strlen", "return Math.min(string.length(), 1);\n",
          "HumanEval_53_add", "return x - y;\n");

  /** The jar of javatuples, which the tests import. */
  private static Path tuples() {
    try {
      Class<?> pair = Class.forName("org.javatuples.Pair");
      return Path.of(pair.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (ClassNotFoundException | URISyntaxException e) {
      return Assumptions.abort("no javatuples on the class path");
    }
  }

  @Test
  void tellsRightSolutionsFromWrongOnes() throws InterruptedException {
    List<JsonNode> rows =
        JudgeData.rows("humaneval/humaneval-java.jsonl").stream()
            .filter(row -> RIGHT.containsKey(JudgeData.text(row, "name")))
            .toList();
    assertThat(rows).hasSameSizeAs(RIGHT.keySet());
    try (Sandbox sandbox = JudgeSandbox.open(1)) {
      JavaAssertJudge judge = new JavaAssertJudge(sandbox, List.of(tuples()), LIMITS);
      for (JsonNode row : rows) {
        String name = JudgeData.text(row, "name");
        String prompt = JudgeData.text(row, "prompt");
        String tests = JudgeData.text(row, "tests");
        Judgement right = judge.judge(prompt + RIGHT.get(name) + tests);
        assertThat(right.allPassed()).as(right.firstFailure()).isTrue();
        Judgement wrong = judge.judge(prompt + WRONG.get(name) + tests);
        assertThat(wrong.cases().getFirst().verdict())
            .as(wrong.firstFailure())
            .isEqualTo(Verdict.WRONG_ANSWER);
      }
    }
  }
}
