package org.openr1.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class PassAtKTest {
  @Test
  void equalsTheShareOfSubsetsWithARightSample() {
    // Every subset of size k is counted by hand: the definition the estimate must equal.
    for (int n = 1; n <= 8; n++) {
      for (int c = 0; c <= n; c++) {
        for (int k = 1; k <= n; k++) {
          int hits = 0;
          int all = 0;
          for (int subset = 0; subset < 1 << n; subset++) {
            if (Integer.bitCount(subset) == k) {
              all++;
              hits += (subset & ((1 << c) - 1)) != 0 ? 1 : 0;
            }
          }
          assertThat(PassAtK.estimate(n, c, k)).isCloseTo((double) hits / all, within(1e-12));
        }
      }
    }
  }

  @Test
  void refusesMoreThanWasDrawn() {
    assertThatThrownBy(() -> PassAtK.estimate(4, 2, 5)).hasMessageContaining("k=5");
    assertThatThrownBy(() -> PassAtK.estimate(4, 5, 1)).hasMessageContaining("c=5");
  }
}
