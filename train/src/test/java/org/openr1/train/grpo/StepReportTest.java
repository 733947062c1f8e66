package org.openr1.train.grpo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway") // does not see @Nullable on array components in class files
class StepReportTest {
  private static Rollout rollout(int[] prompt, int... completion) {
    return new Rollout("p", "", prompt, completion, "", false, null, null, List.of());
  }

  @Test
  void thePromptOfAGroupIsReadOnceAndEveryCompletionSampled() {
    int[] first = {1, 2, 3};
    int[] second = {1, 2};
    GenerationBatch batch =
        new GenerationBatch(
            List.of(
                rollout(first, 7, 8),
                rollout(first.clone(), 7),
                rollout(second, 9, 9, 9),
                rollout(second.clone(), 9)),
            List.of(),
            new double[0],
            new int[] {0, 1, 2, 3});
    StepReport report =
        new StepReport(
            1,
            true,
            new double[0],
            new LinkedHashMap<>(),
            List.of(new StepReport.Generation(0, batch, new double[4])),
            List.of(),
            0,
            0);
    assertThat(report.prefilledTokens()).isEqualTo(5);
    assertThat(report.sampledTokens()).isEqualTo(7);
  }
}
