package org.openr1.pipeline.report;

import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.openr1.eval.Difference;
import org.openr1.eval.EvaluationResult;

/**
 * One stage's evaluation: the summary and what each problem gave, so that two stages can be
 * compared problem by problem.
 *
 * @param result the summary
 * @param problems problem id to its figures
 */
public record StageEvaluation(
    EvaluationResult result, SequencedMap<String, ProblemFigures> problems) {

  /**
   * The figures of one problem.
   *
   * @param rate share of right samples
   * @param consensus 1 when the majority answer is right, else 0
   * @param tokens mean completion length in tokens
   * @param reflection share of samples with a reflective word
   * @param language mean language consistency
   */
  public record ProblemFigures(
      double rate, double consensus, double tokens, double reflection, double language) {}

  /** {@code other} minus this, over the problems both have. */
  Difference to(StageEvaluation other, ToDoubleFunction<ProblemFigures> figure) {
    List<String> common =
        List.copyOf(new TreeMap<>(problems).keySet()).stream()
            .filter(other.problems::containsKey)
            .toList();
    return Difference.paired(values(common, figure), other.values(common, figure));
  }

  /** Majority answer minus pass@1 of this stage. */
  Difference majorityGain() {
    List<String> ids = List.copyOf(problems.keySet());
    return Difference.paired(
        values(ids, ProblemFigures::rate), values(ids, ProblemFigures::consensus));
  }

  private double[] values(List<String> ids, ToDoubleFunction<ProblemFigures> figure) {
    return ids.stream()
        .map(id -> Objects.requireNonNull(problems.get(id)))
        .mapToDouble(figure)
        .toArray();
  }
}
