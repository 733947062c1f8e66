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
 */
public record TraceFilter(
    boolean strictFormat, double leastLanguage, int leastSteps, int mostRepeats) {
  public TraceFilter {
    if (leastLanguage < 0 || leastLanguage > 1) {
      throw new IllegalArgumentException("leastLanguage is " + leastLanguage + ", not in [0, 1]");
    }
    if (leastSteps < 0 || mostRepeats < 1) {
      throw new IllegalArgumentException(
          "leastSteps "
              + leastSteps
              + " must be at least 0, mostRepeats "
              + mostRepeats
              + " at least 1");
    }
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
