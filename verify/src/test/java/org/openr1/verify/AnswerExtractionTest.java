package org.openr1.verify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnswerExtractionTest {
  @Test
  void theLastAnswerElementWins() {
    assertThat(AnswerExtraction.extract("<answer>1</answer> no <answer> 2\n</answer> \\boxed{3}"))
        .contains("2");
    assertThat(AnswerExtraction.extract("<answer>1 <answer>2</answer>")).contains("2");
  }

  @Test
  void boxesMayNestAndTheLastCompleteOneCounts() {
    assertThat(AnswerExtraction.extract("\\boxed{1} so \\boxed{\\frac{1}{2}} \\boxed{3"))
        .contains("\\frac{1}{2}");
    assertThat(AnswerExtraction.extract("\\boxed {\\{1\\}}")).contains("\\{1\\}");
  }

  @Test
  void hashesAndPhrases() {
    assertThat(AnswerExtraction.extract("x\n#### 72\n")).contains("72");
    assertThat(AnswerExtraction.extract("The answer is 72. Good.")).contains("72");
    assertThat(AnswerExtraction.extract("the answer is: **1,234.5**.")).contains("1,234.5");
    assertThat(AnswerExtraction.extract("la respuesta es 4")).contains("4");
  }

  @Test
  void nothingIsFoundWhereNothingIs() {
    assertThat(AnswerExtraction.extract("")).isEmpty();
    assertThat(AnswerExtraction.extract("<answer>")).isEmpty();
    assertThat(AnswerExtraction.extract("<answer> </answer>")).isEmpty();
    assertThat(AnswerExtraction.extract("\\boxed")).isEmpty();
  }

  @Test
  void longTextsWithoutAnEndAreNoTrouble() {
    assertThat(AnswerExtraction.extract("<answer>".repeat(20_000))).isEmpty();
    assertThat(AnswerExtraction.extract("\\boxed{".repeat(3_000))).isEmpty();
    assertThat(
            AnswerExtraction.extract("<answer>" + "x".repeat(500_000) + "</answer>").orElseThrow())
        .hasSize(500_000);
  }
}
