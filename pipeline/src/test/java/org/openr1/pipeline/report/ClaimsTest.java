package org.openr1.pipeline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.openr1.eval.EvaluationResult;
import org.openr1.eval.Interval;
import org.openr1.pipeline.report.Claim.Verdict;
import org.openr1.pipeline.report.StageEvaluation.ProblemFigures;

final class ClaimsTest {

  /** Fifty problems around the given figures, each a little off so that intervals have a width. */
  private static StageEvaluation stage(
      String name, double rate, double consensus, double tokens, double reflect, double language) {
    var problems = new LinkedHashMap<String, ProblemFigures>();
    for (int i = 0; i < 50; i++) {
      double off = (i % 5 - 2) * 0.02;
      problems.put(
          "p" + i,
          new ProblemFigures(
              rate + off, consensus, tokens + 10 * off, reflect + off / 2, language + off / 2));
    }
    return new StageEvaluation(
        new EvaluationResult(
            name,
            "test",
            50,
            16,
            rate,
            new Interval(0, 1),
            rate,
            consensus,
            1,
            tokens,
            language,
            1,
            Collections.emptySortedMap(),
            reflect,
            0),
        problems);
  }

  private static Map<String, Claim> judge(ClaimEvidence evidence) {
    Map<String, Claim> claims = new HashMap<>();
    Claims.judge(evidence).forEach(claim -> claims.put(claim.id(), claim));
    return claims;
  }

  private static ClaimEvidence evidence(StageEvaluation... stages) {
    Map<String, StageEvaluation> byName = new HashMap<>();
    for (StageEvaluation stage : stages) {
      byName.put(stage.result().stage(), stage);
    }
    return new ClaimEvidence(
        byName, new TreeMap<>(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  @Test
  void withoutMeasurementsEveryClaimIsNotTested() {
    assertThat(Claims.judge(evidence()))
        .extracting(Claim::verdict)
        .containsOnly(Verdict.NOT_TESTED)
        .hasSize(10);
  }

  @Test
  void gainsAreShownAndTheirAbsenceIsNot() {
    var up =
        judge(
            evidence(
                stage("base", 0.2, 0.3, 23, 0.1, 0.6), stage("r1_zero", 0.9, 0.96, 44, 0.3, 0.7)));
    for (String id : new String[] {"C1", "C2", "C3", "C4"}) {
      assertThat(claim(up, id).verdict()).as(id).isEqualTo(Verdict.SHOWN);
    }
    assertThat(claim(up, "C1").measured()).contains("+70.0 points");
    var down =
        judge(
            evidence(
                stage("base", 0.5, 0.5, 44, 0.3, 0.6), stage("r1_zero", 0.5, 0.4, 30, 0.1, 0.7)));
    for (String id : new String[] {"C1", "C2", "C3", "C4"}) {
      assertThat(claim(down, id).verdict()).as(id).isEqualTo(Verdict.NOT_SHOWN);
    }
  }

  @Test
  void coldStartMustHurtAndStageTwoMustRecover() {
    var zero = stage("r1_zero", 0.9, 1, 40, 0, 0.7);
    var recovered = stage("r1_reasoning_rl", 0.92, 1, 40, 0, 0.99);
    assertThat(
            claim(
                    judge(evidence(zero, stage("r1_cold_start", 0.7, 1, 40, 0, 0.9), recovered)),
                    "C7")
                .verdict())
        .isEqualTo(Verdict.SHOWN);
    assertThat(
            claim(
                    judge(evidence(zero, stage("r1_cold_start", 0.91, 1, 40, 0, 0.9), recovered)),
                    "C7")
                .verdict())
        .isEqualTo(Verdict.NOT_SHOWN);
  }

  @Test
  void theLanguageRewardMayCostAtMostThreePoints() {
    var zero = stage("r1_zero", 0.9, 1, 40, 0, 0.7);
    assertThat(
            claim(judge(evidence(zero, stage("r1_reasoning_rl", 0.88, 1, 40, 0, 0.99))), "C11")
                .verdict())
        .isEqualTo(Verdict.SHOWN);
    assertThat(
            claim(judge(evidence(zero, stage("r1_reasoning_rl", 0.80, 1, 40, 0, 0.99))), "C11")
                .verdict())
        .isEqualTo(Verdict.NOT_SHOWN);
  }

  @Test
  void aCurveIsHalfWayWhereItsMeanCrossesTheMiddle() {
    double[] x = new double[40];
    double[] y = new double[40];
    for (int i = 0; i < 40; i++) {
      x[i] = i;
      y[i] = i < 20 ? 0 : 1;
    }
    assertThat(Claims.halfWay(new Series("a", x, y))).isBetween(20.0, 24.0);
  }

  private static Claim claim(Map<String, Claim> claims, String id) {
    return Objects.requireNonNull(claims.get(id), id);
  }
}
