package org.openr1.eval;

import java.util.List;
import org.openr1.data.Problem;

/**
 * A problem with its judged answers.
 *
 * @param problem the problem
 * @param samples at the sampling temperature, in sample order
 * @param greedy at temperature 0
 */
public record ScoredProblem(Problem problem, List<ScoredSample> samples, ScoredSample greedy) {

  /** Share of right samples, a fraction. */
  public double rate() {
    return (double) right() / samples.size();
  }

  int right() {
    return (int) samples.stream().filter(ScoredSample::right).count();
  }

  /** Whether the majority answer of the first {@code votes} samples is right. */
  public boolean consensusRight(int votes) {
    return Consensus.of(samples.stream().limit(votes).map(ScoredSample::answer).toList())
        .filter(answer -> problem.checker().matches(problem.answer(), answer))
        .isPresent();
  }
}
