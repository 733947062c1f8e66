package org.openr1.pipeline.stage;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.concurrent.CancellationException;
import org.openr1.model.causal.CausalLm;
import org.openr1.pipeline.run.Compute;
import org.openr1.pipeline.run.StageOutcome;
import org.openr1.train.run.StopSignal;
import org.openr1.train.run.TrainingListener;
import org.openr1.train.run.TrainingResult;
import org.openr1.train.sft.SftConfig;
import org.openr1.train.sft.SftTrainer;
import org.openr1.train.sft.StepSource;

/** What stages that learn from given data share. */
final class SupervisedTraining {
  private SupervisedTraining() {}

  /** Trains in the stage's folder, continuing from its latest checkpoint. */
  static StageOutcome run(
      StageContext context, CausalLm model, StepSource source, SftConfig config, Path companions) {
    SftTrainer trainer =
        new SftTrainer(
            model,
            source,
            config,
            directory -> ModelFiles.copyCompanions(companions, directory, model.config()));
    TrainingResult result = toTheEnd(context, trainer::train);
    SequencedMap<String, Double> figures = new LinkedHashMap<>();
    figures.put("steps", (double) result.steps());
    figures.put("tokens", (double) result.tokens());
    if (result.skippedSteps() > 0) {
      figures.put("skipped steps", (double) result.skippedSteps());
    }
    return new StageOutcome(figures, new Compute(0, result.tokens(), result.tokens()));
  }

  /** A trainer's method {@code train}. */
  @FunctionalInterface
  interface Training {
    TrainingResult train(Path directory, StopSignal stop, TrainingListener listener)
        throws InterruptedException;
  }

  /**
   * Trains in the stage's folder.
   *
   * @throws InterruptedStageException if a stop was asked for before the last step
   */
  static TrainingResult toTheEnd(StageContext context, Training training) {
    TrainingResult result;
    try {
      result =
          training.train(
              context.folder(), context.stop(), new ProgressListener(context.progress()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("training was interrupted");
    }
    if (!result.finished()) {
      throw new InterruptedStageException("stopped at step " + result.steps());
    }
    return result;
  }
}
