package org.openr1.model.causal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class EvenSharesTest {
  @Test
  void eachItemGoesToTheLightestWorkerSoFar() {
    assertThat(EvenShares.deal(List.of(5, 4, 3, 2, 1), 2, i -> i))
        .containsExactly(List.of(5, 2, 1), List.of(4, 3));
  }

  @Test
  void workersWithoutWorkAndNoWorkersAtAll() {
    assertThat(EvenShares.deal(List.of(7), 3, i -> i))
        .containsExactly(List.of(7), List.of(), List.of());
    assertThatThrownBy(() -> EvenShares.deal(List.of(7), 0, i -> i))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0");
  }
}
