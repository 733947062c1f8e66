package org.openr1.pipeline.report;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import org.openr1.eval.Difference;
import org.openr1.pipeline.report.Claim.Verdict;
import org.openr1.pipeline.report.StageEvaluation.ProblemFigures;

/** The paper's claims judged by fixed rules on what a run measured; rules are printed with them. */
public final class Claims {
  private static final double POINTS_3 = 0.03;

  private Claims() {}

  /** All claims in the order of their numbers. */
  public static List<Claim> judge(ClaimEvidence evidence) {
    return List.of(
        pureRl(evidence),
        majority(evidence),
        length(evidence),
        reflection(evidence),
        hardLater(evidence),
        coldStart(evidence),
        lastStage(evidence),
        distillation(evidence),
        languageReward(evidence),
        preferenceHacked(evidence));
  }

  private static Claim pureRl(ClaimEvidence evidence) {
    return claim(
        "C1",
        "Pure RL on a base model lifts reasoning",
        "R1-Zero AIME24 15.6 to 77.9",
        "r1_zero minus base, pass@1: the interval lies above 0",
        both(evidence, "base", "r1_zero")
            .map(
                pair -> {
                  Difference gain = pair.first().to(pair.second(), ProblemFigures::rate);
                  return new Finding(points("pass@1", gain), gain.low() > 0);
                }));
  }

  private static Claim majority(ClaimEvidence evidence) {
    return claim(
        "C2",
        "Majority voting adds more",
        "R1-Zero 77.9 to 86.7 (cons@64), R1 79.8 to 86.7",
        "r1_zero, cons@16 minus pass@1: the interval lies above 0",
        evidence
            .stage("r1_zero")
            .map(
                zero -> {
                  Difference gain = zero.majorityGain();
                  return new Finding(points("cons@16 - pass@1", gain), gain.low() > 0);
                }));
  }

  private static Claim length(ClaimEvidence evidence) {
    return claim(
        "C3",
        "Answers grow longer without being asked to",
        "hundreds to thousands of tokens over training",
        "r1_zero minus base, mean tokens on the same problems: the interval lies above 0",
        both(evidence, "base", "r1_zero")
            .map(
                pair -> {
                  Difference growth = pair.first().to(pair.second(), ProblemFigures::tokens);
                  return new Finding(
                      format(
                          "%.1f to %.1f tokens, %+.1f [%+.1f, %+.1f]",
                          pair.first().result().meanTokens(),
                          pair.second().result().meanTokens(),
                          growth.mean(),
                          growth.low(),
                          growth.high()),
                      growth.low() > 0);
                }));
  }

  private static Claim reflection(ClaimEvidence evidence) {
    return claim(
        "C4",
        "Reflection emerges",
        "reflective words 5-7 times more frequent",
        "r1_zero minus base, share of answers with a reflective word: the interval lies above 0",
        both(evidence, "base", "r1_zero")
            .map(
                pair -> {
                  Difference growth = pair.first().to(pair.second(), ProblemFigures::reflection);
                  return new Finding(points("answers that reflect", growth), growth.low() > 0);
                }));
  }

  private static Claim hardLater(ClaimEvidence evidence) {
    SortedMap<Integer, Series> levels = evidence.accuracyByLevel();
    Optional<Finding> finding = Optional.empty();
    if (levels.size() >= 2) {
      double easy = halfWay(Objects.requireNonNull(levels.get(levels.firstKey())));
      double hard = halfWay(Objects.requireNonNull(levels.get(levels.lastKey())));
      finding =
          Optional.of(
              new Finding(
                  format(
                      "half of the gain at step %.0f (level %d) and step %.0f (level %d)",
                      easy, levels.firstKey(), hard, levels.lastKey()),
                  hard > easy));
    }
    return claim(
        "C5",
        "Harder problems improve later",
        "MATH level 5 0.55 to 0.90, level 4 0.78 to 0.95",
        "in R1-Zero's training the hardest level reaches half of its gain at a later step than the"
            + " easiest (no interval: one curve each)",
        finding);
  }

  private static Claim coldStart(ClaimEvidence evidence) {
    Optional<Finding> finding =
        both(evidence, "r1_zero", "r1_cold_start")
            .flatMap(
                pair ->
                    evidence
                        .stage("r1_reasoning_rl")
                        .map(
                            recovered -> {
                              Difference fall =
                                  pair.first().to(pair.second(), ProblemFigures::rate);
                              Difference rise = pair.second().to(recovered, ProblemFigures::rate);
                              return new Finding(
                                  points("cold start", fall) + "; " + points("stage 2", rise),
                                  fall.high() < 0 && rise.low() > 0);
                            }));
    return claim(
        "C7",
        "Cold start hurts reasoning, stage 2 recovers it",
        "AIME 77.9 / 59.0 / 74.0 (Zero / Dev1 / Dev2)",
        "pass@1: r1_cold_start below r1_zero and r1_reasoning_rl above r1_cold_start, both"
            + " intervals clear of 0",
        finding);
  }

  private static Claim lastStage(ClaimEvidence evidence) {
    Optional<Finding> finding =
        evidence
            .winRate()
            .flatMap(
                win ->
                    both(evidence, "r1_rejection_sft", "r1")
                        .map(
                            pair -> {
                              Difference change =
                                  pair.first().to(pair.second(), ProblemFigures::rate);
                              double error =
                                  1.96
                                      * Math.sqrt(
                                          (win.before() * (1 - win.before())
                                                  + win.after() * (1 - win.after()))
                                              / win.prompts());
                              double gain = win.after() - win.before();
                              return new Finding(
                                  format(
                                          "win rate %.1f %% to %.1f %% (±%.1f); ",
                                          100 * win.before(), 100 * win.after(), 100 * error)
                                      + points("pass@1", change),
                                  gain - error > 0 && gain > Math.abs(change.mean()));
                            }));
    return claim(
        "C8",
        "The last stage mostly buys general preference",
        "ArenaHard 75.6 to 92.3 while AIME 78.1 to 79.8",
        "preference win rate rises, its interval clear of 0, by more than pass@1 moves",
        finding);
  }

  private static Claim distillation(ClaimEvidence evidence) {
    Optional<Finding> finding =
        both(evidence, "student_rl", "student_distilled")
            .map(
                pair -> {
                  Difference problems = pair.first().to(pair.second(), ProblemFigures::rate);
                  Optional<Difference> compute =
                      evidence
                          .rlAtEqualCompute()
                          .map(rl -> rl.to(pair.second(), ProblemFigures::rate));
                  String text =
                      points("equal problems", problems)
                          + compute.map(d -> "; " + points("equal compute", d)).orElse("");
                  return new Finding(
                      text, problems.low() > 0 && compute.map(d -> d.low() > 0).orElse(true));
                });
    return claim(
        "C10",
        "Distillation beats RL on a small model",
        "32B: AIME 72.6 distilled, 47.0 by RL",
        "student_distilled minus student_rl, pass@1, at equal problems and at equal compute: both"
            + " intervals above 0",
        finding);
  }

  private static Claim languageReward(ClaimEvidence evidence) {
    Optional<Finding> finding =
        both(evidence, "r1_zero", "r1_reasoning_rl")
            .map(
                pair -> {
                  Difference language = pair.first().to(pair.second(), ProblemFigures::language);
                  Difference accuracy = pair.first().to(pair.second(), ProblemFigures::rate);
                  return new Finding(
                      points("language", language) + "; " + points("pass@1", accuracy),
                      language.low() > 0 && accuracy.mean() >= -POINTS_3);
                });
    return claim(
        "C11",
        "The language reward stabilises language at small cost",
        "7B ablation: consistency stable, maths unchanged",
        "r1_reasoning_rl minus r1_zero: language consistency interval above 0, pass@1 loses at"
            + " most 3 points",
        finding);
  }

  private static Claim preferenceHacked(ClaimEvidence evidence) {
    Optional<Finding> finding =
        evidence
            .preference()
            .filter(phase -> phase.reward().x().length >= 10)
            .map(
                phase -> {
                  double reward = endMinusStart(phase.reward());
                  double accuracy = endMinusStart(phase.accuracy());
                  return new Finding(
                      format(
                          "preference reward %+.2f, accuracy %+.1f points over %d steps",
                          reward, 100 * accuracy, phase.reward().x().length),
                      reward > 0 && accuracy < -POINTS_3);
                });
    return claim(
        "C12",
        "The preference reward is hacked when run long",
        "reward up, Codeforces down",
        "over the preference part of the last stage (at least 10 steps), last fifth minus first"
            + " fifth: preference reward rises and accuracy falls by more than 3 points",
        finding);
  }

  private record Finding(String measured, boolean shown) {}

  private record Pair(StageEvaluation first, StageEvaluation second) {}

  private static Optional<Pair> both(ClaimEvidence evidence, String first, String second) {
    return evidence.stage(first).flatMap(a -> evidence.stage(second).map(b -> new Pair(a, b)));
  }

  private static Claim claim(
      String id, String statement, String paper, String rule, Optional<Finding> finding) {
    return new Claim(
        id,
        statement,
        paper,
        finding.map(Finding::measured).orElse("not measured by this run"),
        finding.map(f -> Verdict.of(f.shown())).orElse(Verdict.NOT_TESTED),
        rule);
  }

  /** First step at which the smoothed curve has made half of the way to its highest value. */
  static double halfWay(Series accuracy) {
    Series smooth = accuracy.smoothed(5);
    double start = Double.NaN;
    double top = Double.NEGATIVE_INFINITY;
    for (double value : smooth.y()) {
      if (Double.isFinite(value)) {
        start = Double.isNaN(start) ? value : start;
        top = Math.max(top, value);
      }
    }
    for (int i = 0; i < smooth.y().length; i++) {
      if (smooth.y()[i] >= (start + top) / 2) {
        return smooth.x()[i];
      }
    }
    return Double.NaN;
  }

  private static double endMinusStart(Series series) {
    int fifth = Math.max(1, series.y().length / 5);
    return mean(series.y(), series.y().length - fifth, series.y().length)
        - mean(series.y(), 0, fifth);
  }

  private static double mean(double[] values, int from, int to) {
    double sum = 0;
    int count = 0;
    for (int i = from; i < to; i++) {
      if (Double.isFinite(values[i])) {
        sum += values[i];
        count++;
      }
    }
    return count == 0 ? Double.NaN : sum / count;
  }

  private static String points(String what, Difference d) {
    return format(
        "%s %+.1f points [%+.1f, %+.1f]", what, 100 * d.mean(), 100 * d.low(), 100 * d.high());
  }

  @SuppressWarnings("AnnotateFormatMethod") // the annotation would be a dependency
  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
