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
          She pays $1,234.50 in all | 1,234.50
          7-5 leaves 2, that is 40%. | 40%
          It fell to -7 degrees | -7
          between 10-12 | 12
          17 | 17
          1,2,3 | 3
          """)
  void lastNumberIsTakenAsWritten(String text, String number) {
    assertThat(AnswerExtraction.lastNumber(text)).contains(number);
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
}
