package org.openr1.sandbox.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openr1.sandbox.Sandbox;
import org.openr1.sandbox.SandboxLimits;

class FunctionJudgeTest {
  private static final List<FunctionCase> CASES =
      List.of(
          FunctionCase.of("[1, 2, 3]\n2", "[2, 4, 6]"),
          FunctionCase.of("[1.5, true]\n2", "[3, 2]"),
          FunctionCase.of("[\"é\", null]\n\n1", "[\"é\", null]"));

  private static Judgement judged(Candidate candidate, boolean stop) throws InterruptedException {
    try (Sandbox sandbox = JudgeSandbox.open(1);
        FunctionJudge judge = FunctionJudge.in(sandbox)) {
      return judge.judge(candidate, "scale", CASES, SandboxLimits.DEFAULT, stop);
    }
  }

  @Test
  void callsAMethodOfSolution() throws InterruptedException {
    Judgement judgement =
        judged(
            Candidate.leetcode(
                """
                class Solution:
                    def __init__(self):
                        self.seen = []
                    def scale(self, xs: List[float], k: int) -> List[float]:
                        self.seen.append(xs)
                        assert len(self.seen) == 1 and pow(2, 3, 5) == 3 and Counter("a")
                        return tuple(x * k if x is not None else x for x in xs)
                """),
            false);
    assertThat(judgement.allPassed()).as(judgement.firstFailure()).isTrue();
  }

  @Test
  void callsAFunctionOfTheModule() throws InterruptedException {
    Judgement judgement =
        judged(Candidate.of("def scale(xs, k):\n    return [x * k for x in xs]"), false);
    assertThat(judgement.cases())
        .extracting(CaseResult::verdict)
        .containsExactly(Verdict.PASSED, Verdict.PASSED, Verdict.RUNTIME_ERROR);
    assertThat(judgement.score()).isEqualTo(2.0 / 3);
  }

  @Test
  void stopsAtTheFirstFailure() throws InterruptedException {
    assertThat(judged(Candidate.of("def scale(xs, k):\n    return xs * k"), true).cases())
        .extracting(CaseResult::verdict)
        .containsExactly(Verdict.WRONG_ANSWER, Verdict.NOT_RUN, Verdict.NOT_RUN);
    assertThat(judged(Candidate.of("def other(): pass"), true).firstFailure())
        .contains("KeyError: 'scale'");
  }

  @Test
  void refusesCasesThatAreNotJson() {
    assertThatThrownBy(() -> FunctionCase.of("[1", "2"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("[1");
    assertThatThrownBy(() -> FunctionCase.of("1", "2 3"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
