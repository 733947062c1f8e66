package org.openr1.sandbox.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openr1.sandbox.Sandbox;
import org.openr1.sandbox.SandboxLimits;
import org.openr1.sandbox.judge.python.TestScript;
import tools.jackson.databind.JsonNode;

class LeetCodeTest {
  private static final String TASK = "weekly-contest-381-minimum-number-of-pushes-to-type-word-i";

  private static String solution(int keys) {
    return """
    class Solution:
        def minimumPushes(self, word: str) -> int:
            return sum(i // %d + 1 for i, c in enumerate(word))
    """
        .formatted(keys);
  }

  @Test
  void tellsARightSolutionFromAWrongOne() throws InterruptedException {
    List<JsonNode> rows =
        JudgeData.rows("leetcode/20240121-Jul.jsonl").stream()
            .filter(row -> JudgeData.text(row, "task_id").equals(TASK))
            .toList();
    assertThat(rows).hasSize(1);
    TestScript tests = TestScript.parse(JudgeData.text(rows.getFirst(), "test"));
    assertThat(tests.rest()).isEmpty();
    try (Sandbox sandbox = JudgeSandbox.open(1);
        AssertJudge judge = AssertJudge.in(sandbox)) {
      Judgement right =
          judge.judge(Candidate.leetcode(solution(8)), tests, SandboxLimits.DEFAULT, false);
      assertThat(right.allPassed()).as(right.firstFailure()).isTrue();
      Judgement wrong =
          judge.judge(Candidate.leetcode(solution(9)), tests, SandboxLimits.DEFAULT, false);
      assertThat(wrong.allPassed()).isFalse();
      assertThat(wrong.score()).isBetween(0.01, 0.99);
    }
  }
}
