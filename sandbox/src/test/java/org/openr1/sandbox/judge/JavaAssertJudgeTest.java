package org.openr1.sandbox.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openr1.sandbox.Sandbox;
import org.openr1.sandbox.SandboxLimits;

class JavaAssertJudgeTest {
  private static final SandboxLimits LIMITS = SandboxLimits.DEFAULT.withMemory(1L << 30);

  private static Judgement judged(String body) throws InterruptedException {
    String problem =
        """
        import java.util.*;
        class Problem {
            public static long strlen(String string) {
                %s
            }
            public static void main(String[] args) {
            assert(strlen(("")) == (0l));
            assert(strlen(("x")) == (1l));
            }

        }
        """
            .formatted(body);
    try (Sandbox sandbox = JudgeSandbox.open(1)) {
      return new JavaAssertJudge(sandbox, List.of(), LIMITS).judge(problem);
    }
  }

  @Test
  void passesWhatPassesTheAsserts() throws InterruptedException {
    Judgement judgement = judged("System.out.println(\"hi\"); return string.length();");
    assertThat(judgement.allPassed()).as(judgement.firstFailure()).isTrue();
  }

  @Test
  void failsWrongAnswers() throws InterruptedException {
    assertThat(judged("return 0;").cases().getFirst().verdict()).isEqualTo(Verdict.WRONG_ANSWER);
  }

  @Test
  void failsProgramsThatDoNotCompile() throws InterruptedException {
    assertThat(judged("return \"\";").cases().getFirst().verdict())
        .isEqualTo(Verdict.COMPILE_ERROR);
  }

  @Test
  void failsProgramsThatEndBeforeTheirTests() throws InterruptedException {
    assertThat(judged("System.exit(0); return 0;").firstFailure())
        .contains("ended before its tests did");
    assertThat(judged("Runtime.getRuntime().halt(0); return 0;").allPassed()).isFalse();
    assertThat(
            judged(
                    "System.out.println(new Scanner(System.in).nextLine()); System.exit(0);"
                        + " return 0;")
                .allPassed())
        .isFalse();
  }
}
