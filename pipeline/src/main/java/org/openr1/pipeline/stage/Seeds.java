package org.openr1.pipeline.stage;

import org.openr1.train.run.RandomStreams;

/**
 * Seeds of a stage's random streams, each a function of the run's seed, the stage's name and a
 * purpose.
 */
final class Seeds {
  private Seeds() {}

  /** A seed that is not negative, as trainers and samplers take it. */
  static long of(StageContext context, String purpose) {
    return RandomStreams.seedOf(context.seed(), "pipeline/" + purpose, context.name())
        & Long.MAX_VALUE;
  }

  /**
   * A seed shared by all stages of the run for one purpose, such as evaluation: models are then
   * compared on the same draws.
   */
  static long shared(StageContext context, String purpose) {
    return RandomStreams.seedOf(context.seed(), "pipeline/" + purpose) & Long.MAX_VALUE;
  }
}
