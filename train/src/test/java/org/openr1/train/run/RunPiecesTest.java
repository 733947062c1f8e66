package org.openr1.train.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunPiecesTest {
  @TempDir Path directory;

  @Test
  void aStreamDependsOnSeedNameAndKeysOnly() {
    long first = RandomStreams.of(1, "order", 2, "x").nextLong();
    assertThat(RandomStreams.of(1, "order", 2, "x").nextLong()).isEqualTo(first);
    assertThat(RandomStreams.of(2, "order", 2, "x").nextLong()).isNotEqualTo(first);
    assertThat(RandomStreams.of(1, "other", 2, "x").nextLong()).isNotEqualTo(first);
    assertThat(RandomStreams.of(1, "order", 3, "x").nextLong()).isNotEqualTo(first);
    assertThat(RandomStreams.seedOf(1, "a", "bc")).isNotEqualTo(RandomStreams.seedOf(1, "ab", "c"));
  }

  @Test
  void aPermutationHoldsEveryNumberOnceAndMovesThem() {
    int[] order = RandomStreams.permutation(50, RandomStreams.of(7, "order"));
    int[] sorted = order.clone();
    Arrays.sort(sorted);
    assertThat(sorted).containsExactly(IntStream.range(0, 50).toArray());
    assertThat(order).isNotEqualTo(sorted);
  }

  @Test
  void nonFiniteStepsAreSkippedCountedAndEndTheRunAtTheLimit() {
    NonFiniteGuard guard = new NonFiniteGuard(directory, 2, 0);
    assertThat(guard.accept(1, 0.5, 1.0, Map::of)).isTrue();
    assertThat(guard.accept(2, Double.NaN, 1.0, Map::of)).isFalse();
    assertThat(guard.accept(3, 0.5, 1.0, Map::of)).isTrue();
    assertThat(guard.skipped()).isEqualTo(1);
    assertThatThrownBy(
            () ->
                guard.accept(
                    4, 0.5, Double.POSITIVE_INFINITY, () -> Map.of("ids", new int[] {1, 2})))
        .isInstanceOf(NonFiniteGuard.NonFiniteException.class)
        .hasMessageContaining("step 4")
        .hasMessageContaining("Infinity");
    assertThat(directory.resolve("non-finite/step-4.json")).hasContent("{\"ids\":[1,2]}");
  }

  @Test
  void aStopIsSeenOnceAskedFor() {
    try (StopSignal signal = StopSignal.manual()) {
      assertThat(signal.isRequested()).isFalse();
      signal.request();
      assertThat(signal.isRequested()).isTrue();
    }
  }
}
