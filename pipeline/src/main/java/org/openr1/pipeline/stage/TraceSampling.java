package org.openr1.pipeline.stage;

import java.util.ArrayList;
import java.util.List;
import org.openr1.data.Problem;
import org.openr1.eval.Evaluator;
import org.openr1.eval.ScoredSample;
import org.openr1.eval.TextModel;

/**
 * How completions are sampled to make training data.
 *
 * @param samplesPerProblem completions of each problem
 * @param temperature of the samples
 * @param topP nucleus mass
 * @param maxNewTokens length limit
 * @param slots sequences decoded at the same time
 */
record TraceSampling(
    int samplesPerProblem, double temperature, double topP, int maxNewTokens, int slots) {
  TraceSampling {
    if (slots < 1) {
      throw new IllegalArgumentException("slots is " + slots + ", at least 1 is needed");
    }
    new TextModel.SamplingSettings(samplesPerProblem, temperature, topP, maxNewTokens, 0);
  }

  /** The judged samples of every problem, in order. */
  List<List<ScoredSample>> scored(
      List<Problem> problems, TextModel model, TextMeasures measures, long seed) {
    List<TextModel.Prompt> prompts =
        problems.stream().map(p -> new TextModel.Prompt(p.id(), p.question())).toList();
    List<List<TextModel.Sample>> samples =
        model.sample(
            prompts,
            new TextModel.SamplingSettings(
                samplesPerProblem, temperature, topP, maxNewTokens, seed));
    Evaluator evaluator = new Evaluator(measures);
    List<List<ScoredSample>> scored = new ArrayList<>();
    for (int i = 0; i < problems.size(); i++) {
      Problem problem = problems.get(i);
      scored.add(samples.get(i).stream().map(s -> evaluator.judge(problem, s)).toList());
    }
    return scored;
  }
}
