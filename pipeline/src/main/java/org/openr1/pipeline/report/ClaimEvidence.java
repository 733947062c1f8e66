package org.openr1.pipeline.report;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What the claims are judged on. Anything absent makes its claims "not tested".
 *
 * @param stages stage name (as in results.json) to its evaluation on the test split
 * @param accuracyByLevel training accuracy of R1-Zero over its steps, for each level
 * @param preference the preference part of the last RL stage
 * @param winRate share of general prompts on which the preference model prefers the model
 * @param rlAtEqualCompute the student trained by RL when it had spent the distillation's compute
 */
public record ClaimEvidence(
    Map<String, StageEvaluation> stages,
    SortedMap<Integer, Series> accuracyByLevel,
    Optional<PreferencePhase> preference,
    Optional<WinRate> winRate,
    Optional<StageEvaluation> rlAtEqualCompute) {

  /**
   * Curves over the steps in which the preference reward was on.
   *
   * @param reward mean preference reward a step
   * @param accuracy accuracy on reasoning problems a step
   */
  public record PreferencePhase(Series reward, Series accuracy) {}

  /**
   * Preference win rate against the preferred/rejected baseline, before and after the last stage.
   *
   * @param before fraction
   * @param after fraction
   * @param prompts how many were compared
   */
  public record WinRate(double before, double after, int prompts) {}

  Optional<StageEvaluation> stage(String name) {
    return Optional.ofNullable(stages.get(name));
  }
}
