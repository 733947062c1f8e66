package org.openr1.train.grpo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdvantagesTest {

  @ParameterizedTest
  @CsvSource({
    "1 1 0 0, group, 0.865875 0.865875 -0.865875 -0.865875",
    "1 0 0 0, group, 1.499700 -0.499900 -0.499900 -0.499900",
    "1 1 1 1, group, 0 0 0 0",
    "1 - 0 1, group, 0.577250 0 -1.154501 0.577250",
    "1 - - -, group, 0 0 0 0",
    "1 - 0 1, none, 0.333333 0 -0.666667 0.333333",
  })
  void scalesByTheGroupAndLeavesUnscorableRowsOut(String rewards, String scaling, String expected) {
    Advantages actual =
        Advantages.of(
            Arrays.stream(rewards.split(" ")).map(AdvantagesTest::single).toList(),
            List.of("r"),
            4,
            new double[] {1},
            scaling,
            "sum_then_normalize");
    assertThat(actual.advantages())
        .containsExactly(
            Arrays.stream(expected.split(" ")).mapToDouble(Double::parseDouble).toArray(),
            within(1e-6));
  }

  @Test
  void normalisesEveryRewardFirstWhenAsked() {
    List<List<Double>> rewards =
        List.of(List.of(1.0, 1.0), List.of(0.0, 1.0), List.of(1.0, 0.0), List.of(1.0, 1.0));
    assertThat(
            Advantages.of(
                    rewards,
                    List.of("a", "b"),
                    2,
                    new double[] {1, 1},
                    "group",
                    "normalize_then_sum")
                .advantages())
        .containsExactly(new double[] {0.865919, -0.865919, -0.865919, 0.865919}, within(1e-6));
  }

  @Test
  void countsGroupsWithoutSpread() {
    Advantages actual =
        Advantages.of(
            List.of(List.of(1), List.of(1), List.of(0), List.of(1)),
            List.of("r"),
            2,
            new double[] {1},
            "group",
            "sum_then_normalize");
    assertThat(actual.metrics()).containsEntry("frac_reward_zero_std", 0.5);
    assertThat(actual.metrics()).containsEntry("reward", 0.75);
  }

  @Test
  void refusesIncompleteGroups() {
    assertThatThrownBy(
            () ->
                Advantages.of(
                    List.of(List.of(1)),
                    List.of("r"),
                    2,
                    new double[] {1},
                    "group",
                    "sum_then_normalize"))
        .hasMessageContaining("1 rows")
        .hasMessageContaining("groups of 2");
  }

  private static List<@Nullable Double> single(String value) {
    return Arrays.asList(value.equals("-") ? null : Double.valueOf(value));
  }
}
