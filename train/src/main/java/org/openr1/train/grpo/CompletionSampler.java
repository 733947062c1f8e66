package org.openr1.train.grpo;

import java.util.List;
import java.util.function.Consumer;
import org.openr1.model.generate.Completion;
import org.openr1.model.generate.GenerationEngine;
import org.openr1.model.generate.GenerationRequest;
import org.openr1.model.generate.SamplingParameters;

/** Samples completions under the policy's weights of the moment. */
@FunctionalInterface
public interface CompletionSampler {

  /**
   * Samples every request.
   *
   * @param onFinished hears of each completion as it ends, on the calling thread
   * @return for each request its completions by sample index
   */
  List<List<Completion>> sample(
      List<GenerationRequest> requests,
      SamplingParameters parameters,
      Consumer<Completion> onFinished);

  /** Samples with an engine over the trained model. */
  static CompletionSampler of(GenerationEngine engine) {
    return (requests, parameters, onFinished) -> {
      engine.weightsChanged();
      return engine.generate(requests, parameters, onFinished);
    };
  }
}
