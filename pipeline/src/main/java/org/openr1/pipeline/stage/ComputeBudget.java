package org.openr1.pipeline.stage;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openr1.pipeline.recipe.Reference;
import org.openr1.train.run.Checkpoint;
import org.openr1.train.run.CheckpointStore;
import org.openr1.train.run.StopSignal;
import org.openr1.train.run.TrainingListener;

/**
 * Ends a training with the step that reaches a budget of tokens, at the same step whether or not
 * the run was interrupted on the way; passes the user's wish to stop on. Shows the steps too.
 */
final class ComputeBudget implements TrainingListener {
  private final long budget;
  private final StageContext context;
  private final TrainingListener shown;
  private final StopSignal stop = StopSignal.manual();
  private boolean spent;

  private ComputeBudget(long budget, StageContext context, TrainingListener shown) {
    this.budget = budget;
    this.context = context;
    this.shown = shown;
  }

  /** The sum that the stages spent; without stages there is no limit. */
  static ComputeBudget of(StageContext context, Optional<List<Reference.Training>> stages) {
    long budget =
        stages.map(list -> CompareStage.spent(context, list).total()).orElse(Long.MAX_VALUE);
    ComputeBudget result =
        new ComputeBudget(budget, context, new ProgressListener(context.progress()));
    if (stages.isPresent()) {
      context.progress().note("  compute budget " + budget + " tokens");
    }
    // Killed after the last step: the checkpoint alone tells that nothing is left to do.
    new CheckpointStore(context.folder(), Integer.MAX_VALUE)
        .latest()
        .map(Checkpoint::state)
        .ifPresent(
            state ->
                result.count(
                    state.path("sampled_tokens").asLong()
                        + state.path("forward_tokens").asLong()
                        + 2 * state.path("backward_tokens").asLong()));
    if (context.stop().isRequested()) {
      result.stop.request();
    }
    return result;
  }

  private void count(long tokens) {
    if (tokens >= budget) {
      spent = true;
      stop.request();
    }
  }

  /** What the trainer is to watch. */
  StopSignal stop() {
    return stop;
  }

  /** Whether the budget was the reason to stop. */
  boolean isSpent() {
    return spent;
  }

  @Override
  public void onStep(long step, long totalSteps, Map<String, Double> metrics) {
    shown.onStep(step, totalSteps, metrics);
    Double tokens = metrics.get("compute_tokens");
    if (tokens != null) {
      count(tokens.longValue());
    } else if (budget != Long.MAX_VALUE) {
      throw new IllegalStateException("the trainer does not report compute_tokens");
    }
    if (context.stop().isRequested()) {
      stop.request();
    }
  }

  @Override
  public void onMessage(String message) {
    shown.onMessage(message);
  }
}
