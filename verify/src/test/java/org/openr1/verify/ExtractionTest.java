package org.openr1.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExtractionTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          71 - 60 = 12 and 12 + 1 = 13. | 13
          She pays $1,234.50 in all | 1234.50
          7-5 leaves 2, that is 40%. | 40\\%
          It fell to -7 degrees | -7
          17 | 17
          1,2,3 | 3
          """)
  void theLastNumberIsFoundInPlainForm(String text, String number) {
    assertThat(Extraction.LAST_NUMBER.of(text)).contains(number);
  }

  @Test
  void aMarkedAnswerComesBeforeTheLastNumber() {
    String text = "The answer is 5. I added 2 and 3.";
    assertThat(Extraction.LAST_NUMBER.of(text)).contains("5");
    assertThat(Extraction.ANY.of(text)).contains("5");
    assertThat(Extraction.ANSWER_TAG.of(text)).isEmpty();
    assertThat(Extraction.STRICT.of("x<answer>5</answer>")).isEmpty();
    assertThat(Extraction.ANSWER_TAG.of("x<answer>5</answer>")).contains("5");
    assertThat(Extraction.LAST_NUMBER.of("no number here")).isEmpty();
  }

  @Test
  void unknownNamesAreRefusedWithThoseThereAre() {
    assertThat(Extraction.byName("last_number")).isEqualTo(Extraction.LAST_NUMBER);
    assertThatThrownBy(() -> Extraction.byName("first"))
        .hasMessage("no extraction 'first'; there are: strict, answer_tag, any, last_number");
  }

  @Test
  void theLastAnswerElementComesBeforeEveryOtherMark() {
    assertThat(Extraction.ANY.of("<answer>1</answer> no <answer> 2\n</answer> \\boxed{3}"))
        .contains("2");
    assertThat(Extraction.ANY.of("<answer>1 <answer>2</answer>")).contains("2");
    assertThat(Extraction.ANY.of("\\boxed{1} so \\boxed{\\frac{1}{2}}")).contains("\\frac{1}{2}");
    assertThat(Extraction.ANY.of("x\n#### 72\n")).contains("72");
    assertThat(Extraction.ANY.of("la respuesta es 4")).contains("4");
    assertThat(Extraction.ANY.of("<answer> </answer>")).isEmpty();
  }

  @Test
  void longTextsWithoutAnEndAreNoTrouble() {
    assertThat(Extraction.ANSWER_TAG.of("<answer>".repeat(20_000))).isEmpty();
    assertThat(Extraction.ANY.of("<answer>" + "x".repeat(500_000) + "</answer>").orElseThrow())
        .hasSize(500_000);
  }
}
