package org.openr1.train.grpo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openr1.reward.GuardedReward;
import org.openr1.reward.RewardFunction;
import org.openr1.reward.RewardRow;
import org.openr1.reward.WeightedReward;

@Timeout(60)
final class RewardScorerTest {
  private static final int ROWS = 200;

  /** A function of one row, which counts the threads in it. */
  private static final class Counting implements RewardFunction {
    private final String name;
    private final boolean concurrent;
    private final ToDoubleFunction<RewardRow> score;
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    Counting(String name, boolean concurrent, ToDoubleFunction<RewardRow> score) {
      this.name = name;
      this.concurrent = concurrent;
      this.score = score;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public boolean isConcurrent() {
      return concurrent;
    }

    @Override
    public List<@Nullable Double> score(List<RewardRow> rows) {
      most.accumulateAndGet(inside.incrementAndGet(), Math::max);
      try {
        List<@Nullable Double> scores = new ArrayList<>();
        rows.forEach(row -> scores.add(score.applyAsDouble(row)));
        return scores;
      } finally {
        inside.decrementAndGet();
      }
    }
  }

  private static RewardRow row(int tokens) {
    return new RewardRow("q", "a", tokens, false, Map.of());
  }

  private static List<List<@Nullable Double>> scored(RewardScorer scorer) {
    scorer.begin(ROWS);
    // Completions are finished in any order.
    IntStream.range(0, ROWS).map(i -> (i * 7 + 3) % ROWS).forEach(i -> scorer.add(i, row(i)));
    return scorer.finish();
  }

  private static double pause(RewardRow row, double sign) {
    try {
      Thread.sleep(row.completionTokens() % 3);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return sign * row.completionTokens();
  }

  @Test
  void orderIsThatOfTheCompletionsAndEveryFunctionHasItsThreads() {
    Counting alone = new Counting("alone", false, row -> pause(row, 1));
    Counting many = new Counting("many", true, row -> pause(row, -1) - 1);
    List<WeightedReward> rewards =
        List.of(
            new WeightedReward(alone, 1),
            new WeightedReward(many, 1),
            new WeightedReward(alone, 1));
    try (RewardScorer scorer = new RewardScorer(rewards)) {
      for (int generation = 0; generation < 2; generation++) {
        List<List<@Nullable Double>> scores = scored(scorer);
        for (int i = 0; i < ROWS; i++) {
          assertThat(scores.get(i)).containsExactly((double) i, -i - 1., (double) i);
        }
      }
    }
    assertThat(alone.most).hasValue(1);
    assertThat(many.most.get()).isGreaterThan(1);
  }

  @Test
  void aSlowFunctionHoldsUpNoOther() throws InterruptedException {
    CountDownLatch release = new CountDownLatch(1);
    CountDownLatch others = new CountDownLatch(ROWS);
    Counting slow =
        new Counting(
            "slow",
            false,
            row -> {
              try {
                release.await();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
              return 0;
            });
    Counting quick =
        new Counting(
            "quick",
            false,
            row -> {
              others.countDown();
              return 1;
            });
    try (RewardScorer scorer =
        new RewardScorer(List.of(new WeightedReward(slow, 1), new WeightedReward(quick, 1)))) {
      scorer.begin(ROWS);
      IntStream.range(0, ROWS).forEach(i -> scorer.add(i, row(i)));
      assertThat(others.await(30, TimeUnit.SECONDS)).isTrue();
      release.countDown();
      assertThat(scorer.finish()).allMatch(scores -> scores.equals(List.of(0., 1.)));
    }
  }

  @Test
  void failuresAreCountedOnceWhetherGuardedBeforeOrNot() {
    ToDoubleFunction<RewardRow> moody =
        row -> {
          if (row.completionTokens() == 5) {
            throw new IllegalArgumentException("five");
          }
          return row.completionTokens() == 6 ? Double.NaN : 1;
        };
    List<WeightedReward> rewards =
        List.of(
            new WeightedReward(new GuardedReward(new Counting("guarded", true, moody)), 1),
            new WeightedReward(new Counting("plain", false, moody), 1));
    try (RewardScorer scorer = new RewardScorer(rewards)) {
      List<List<@Nullable Double>> scores = scored(scorer);
      assertThat(scores.get(5)).containsExactly(null, null);
      assertThat(scores.get(6)).containsExactly(null, null);
      assertThat(scores.get(7)).containsExactly(1., 1.);
      assertThat(scorer.failures())
          .isEqualTo(
              Map.of(
                  "guarded: IllegalArgumentException", 1L,
                  "guarded: not finite", 1L,
                  "plain: IllegalArgumentException", 1L,
                  "plain: not finite", 1L));
    }
  }
}
