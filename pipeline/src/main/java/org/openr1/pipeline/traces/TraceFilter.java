package org.openr1.pipeline.traces;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openr1.eval.ScoredSample;

/**
 * Which sampled completions are worth learning from.
 *
 * @param strictFormat only completions in the strict format
 * @param leastLanguage least share of words in the question's language, 0 to 1
 * @param leastSteps least number of steps, so that bare guesses are left out
 * @param mostRepeats how often the same step may stand in one trace
 * @param leastRight least share of a problem's samples that are right, 0 to 1: where few are, a
 *     right answer may be luck behind wrong steps
 */
public record TraceFilter(
    boolean strictFormat,
    double leastLanguage,
    int leastSteps,
    int mostRepeats,
    double leastRight) {
  public TraceFilter {
    requireShare("least_language", leastLanguage);
    requireShare("least_right", leastRight);
    if (leastSteps < 0 || mostRepeats < 1) {
      throw new IllegalArgumentException(
          "least_steps "
              + leastSteps
              + " must be at least 0, most_repeats "
              + mostRepeats
              + " at least 1");
    }
  }

  private static void requireShare(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(name + " is " + value + ", not in [0, 1]");
    }
  }

  /** Whether enough of a problem's samples are right to trust those that are. */
  boolean trusts(List<ScoredSample> samples) {
    long right = samples.stream().filter(ScoredSample::right).count();
    return right >= leastRight * samples.size();
  }

  /** Correct, complete, readable. */
  public boolean accepts(ScoredSample sample) {
    if (!sample.right()
        || sample.truncated()
        || (strictFormat && !sample.strictFormat())
        || sample.languageConsistency() < leastLanguage) {
      return false;
    }
    List<String> steps = TraceRewriter.steps(sample.text());
    if (steps.size() < leastSteps) {
      return false;
    }
    Map<String, Integer> counts = new HashMap<>();
    steps.forEach(step -> counts.merge(step, 1, Integer::sum));
    return counts.values().stream().allMatch(count -> count <= mostRepeats);
  }
}
