package org.openr1.pipeline.run;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.SequencedMap;

/**
 * What a finished stage reports.
 *
 * @param figures named numbers for log and report, such as {@code examples} or {@code accuracy}
 * @param compute tokens spent by this stage's own work
 */
public record StageOutcome(SequencedMap<String, Double> figures, Compute compute) {
  public StageOutcome {
    figures = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(figures));
    Objects.requireNonNull(compute, "compute");
  }

  /** An outcome of one figure without model compute. */
  public static StageOutcome of(String figure, double value) {
    SequencedMap<String, Double> figures = new LinkedHashMap<>();
    figures.put(figure, value);
    return new StageOutcome(figures, Compute.NONE);
  }
}
