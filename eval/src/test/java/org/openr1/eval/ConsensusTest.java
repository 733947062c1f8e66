package org.openr1.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ConsensusTest {
  private static final Optional<String> NONE = Optional.empty();

  @Test
  void takesTheMostFrequentAnswerAndLetsEmptyOnesNotVote() {
    assertThat(
            Consensus.of(
                List.of(Optional.of("3"), NONE, Optional.of("7"), NONE, NONE, Optional.of("7"))))
        .hasValue("7");
  }

  @Test
  void aTieGoesToTheAnswerGivenFirst() {
    assertThat(
            Consensus.of(
                List.of(Optional.of("9"), Optional.of("2"), Optional.of("2"), Optional.of("9"))))
        .hasValue("9");
  }

  @Test
  void nothingIsAgreedWhenNobodyAnswers() {
    assertThat(Consensus.of(List.of(NONE, NONE))).isEmpty();
  }
}
