package org.openr1.train.sft;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.openr1.model.AtomicFiles;
import org.openr1.model.causal.CausalLm;
import org.openr1.train.run.GradientWorkers;
import org.openr1.train.run.LoopOptions;
import org.openr1.train.run.MetricWindow;
import org.openr1.train.run.StopSignal;
import org.openr1.train.run.TrainingFiles;
import org.openr1.train.run.TrainingListener;
import org.openr1.train.run.TrainingLoop;
import org.openr1.train.run.TrainingResult;
import org.openr1.train.run.TrainingTask;

/**
 * Supervised training as TRL's SFTTrainer does it, and pre-training on an endless stream.
 *
 * <p>Metrics: loss, grad_norm, learning_rate, epoch, entropy, mean_token_accuracy, num_tokens.
 */
public final class SftTrainer {
  private final CausalLm model;
  private final StepSource source;
  private final SftConfig config;
  private final AtomicFiles.DirectoryWriter furtherFiles;

  /**
   * A trainer.
   *
   * @param model trainable; changed in place
   * @param furtherFiles writes what a checkpoint needs beside weights and config.json, such as the
   *     tokenizer's files
   */
  public SftTrainer(
      CausalLm model,
      StepSource source,
      SftConfig config,
      AtomicFiles.DirectoryWriter furtherFiles) {
    if (!model.trainable()) {
      throw new IllegalArgumentException(
          "the model was loaded for inference; load it for training");
    }
    this.model = model;
    this.source = source;
    this.config = config;
    this.furtherFiles = furtherFiles;
  }

  /**
   * Trains to the end, or until a stop is asked for; see {@link TrainingLoop#run}.
   *
   * @param directory the run directory; a run that is already there is continued
   */
  public TrainingResult train(Path directory, StopSignal stop, TrainingListener listener)
      throws InterruptedException {
    LoopOptions options = config.loop(source.totalSteps(config));
    try (GradientWorkers workers = new GradientWorkers(model)) {
      return new TrainingLoop<>(new Task(workers), options).run(directory, stop, listener);
    }
  }

  /**
   * Loss, entropy and accuracy on rows that are not trained on, under TRL's names with {@code
   * eval_} before them.
   */
  public static Map<String, Double> evaluate(
      CausalLm model, List<LabeledTokens> rows, SftConfig config) {
    return SupervisedPass.evaluate(
        model, SftLossType.byName(config.lossType()), rows, config.perDeviceTrainBatchSize());
  }

  private final class Task implements TrainingTask<TrainingStep> {
    private final SupervisedPass pass;

    Task(GradientWorkers workers) {
      pass = new SupervisedPass(workers, SftLossType.byName(config.lossType()));
    }

    @Override
    public Map<String, Tensor> parameters() {
      return model.parameters();
    }

    @Override
    public TrainingStep stepAt(long position) {
      return source.at(position);
    }

    @Override
    public double backward(TrainingStep step, MetricWindow metrics) {
      double loss = 0;
      long items = step.itemsInBatch();
      for (FlattenedBatch batch : step.microBatches()) {
        SupervisedPass.Measurement measured = pass.backward(batch, items);
        loss += measured.loss();
        metrics.mean("entropy", measured.entropy());
        metrics.mean("mean_token_accuracy", measured.accuracy());
      }
      return loss;
    }

    @Override
    public Object describe(TrainingStep step) {
      return Map.of(
          "input_ids",
          step.microBatches().stream().map(FlattenedBatch::inputIds).toList(),
          "labels",
          step.microBatches().stream().map(FlattenedBatch::labels).toList(),
          "sequence_lengths",
          step.microBatches().stream().map(FlattenedBatch::sequenceLengths).toList());
    }

    @Override
    public void save(Path directory) throws IOException {
      TrainingFiles.saveModel(model, directory);
      furtherFiles.write(directory);
    }

    @Override
    public void restore(Path directory) {
      TrainingFiles.restoreModel(model, directory);
    }
  }
}
