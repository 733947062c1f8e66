package org.openr1.pipeline.stage;

import java.util.List;

/** Tells how much an answer would be preferred. */
@FunctionalInterface
interface PreferenceScorer {
  /** One score for each pair of prompt and answer; higher is better, 0 is undecided. */
  double[] scores(List<String> prompts, List<String> answers);
}
