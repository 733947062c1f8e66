package org.openr1.train.preference;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.openr1.model.AtomicFiles;
import org.openr1.train.optim.StepCounts;
import org.openr1.train.run.MetricWindow;
import org.openr1.train.run.RandomStreams;
import org.openr1.train.run.StopSignal;
import org.openr1.train.run.TrainingFiles;
import org.openr1.train.run.TrainingListener;
import org.openr1.train.run.TrainingLoop;
import org.openr1.train.run.TrainingResult;
import org.openr1.train.run.TrainingTask;

/**
 * Trains a {@link RewardModel} on pairs with the pairwise loss.
 *
 * <p>Metrics: loss, accuracy and margin (mean score difference) on the training pairs, grad_norm,
 * learning_rate, epoch, num_tokens.
 */
public final class RewardModelTrainer {
  private final RewardModel model;
  private final List<TokenPair> pairs;
  private final RewardModelConfig config;
  private final AtomicFiles.DirectoryWriter furtherFiles;
  private final StepCounts counts;

  /**
   * A trainer.
   *
   * @param model trainable; changed in place
   * @param furtherFiles writes what a checkpoint needs beside weights and config.json
   * @throws IllegalArgumentException when no pair fits into {@code max_length}
   */
  public RewardModelTrainer(
      RewardModel model,
      List<TokenPair> pairs,
      RewardModelConfig config,
      AtomicFiles.DirectoryWriter furtherFiles) {
    this.model = model;
    this.config = config;
    this.furtherFiles = furtherFiles;
    this.pairs =
        pairs.stream()
            .filter(
                pair ->
                    Math.max(pair.chosen().length, pair.rejected().length) <= config.maxLength())
            .toList();
    if (this.pairs.isEmpty()) {
      throw new IllegalArgumentException(
          "none of %d pairs fits into max_length %d".formatted(pairs.size(), config.maxLength()));
    }
    counts =
        StepCounts.of(
            this.pairs.size(),
            config.perDeviceTrainBatchSize(),
            config.gradientAccumulationSteps(),
            config.maxSteps() > 0 ? 1 : config.numTrainEpochs());
  }

  /**
   * Trains to the end, or until a stop is asked for; see {@link TrainingLoop#run}.
   *
   * @param directory the run directory; a run that is already there is continued
   */
  public TrainingResult train(Path directory, StopSignal stop, TrainingListener listener)
      throws InterruptedException {
    long totalSteps = config.maxSteps() > 0 ? config.maxSteps() : counts.maxSteps();
    return new TrainingLoop<>(new Task(), config.loop(totalSteps)).run(directory, stop, listener);
  }

  private record PairStep(List<List<TokenPair>> microBatches, long nextPosition, double epoch)
      implements TrainingTask.Step {
    @Override
    public long tokens() {
      return all().mapToLong(pair -> pair.chosen().length + pair.rejected().length).sum();
    }

    private Stream<TokenPair> all() {
      return microBatches.stream().flatMap(List::stream);
    }
  }

  private final class Task implements TrainingTask<PairStep> {
    @Override
    public Map<String, Tensor> parameters() {
      return model.parameters();
    }

    @Override
    public PairStep stepAt(long position) {
      long epoch = position / counts.updatesPerEpoch();
      int[] order =
          RandomStreams.permutation(
              pairs.size(), RandomStreams.of(config.seed(), "reward_model/order", epoch));
      long first = position % counts.updatesPerEpoch() * config.gradientAccumulationSteps();
      long last = Math.min(first + config.gradientAccumulationSteps(), counts.batchesPerEpoch());
      int size = config.perDeviceTrainBatchSize();
      List<List<TokenPair>> batches = new ArrayList<>();
      for (long batch = first; batch < last; batch++) {
        int from = Math.toIntExact(batch * size);
        batches.add(
            IntStream.range(from, Math.min(from + size, pairs.size()))
                .mapToObj(i -> pairs.get(order[i]))
                .toList());
      }
      return new PairStep(batches, position + 1, epoch + (double) last / counts.batchesPerEpoch());
    }

    @Override
    public double backward(PairStep step, MetricWindow metrics) {
      long pairsInStep = step.all().count();
      double loss = 0;
      for (List<TokenPair> batch : step.microBatches()) {
        try (PointerScope _ = new PointerScope()) {
          List<int[]> sequences =
              Stream.concat(
                      batch.stream().map(TokenPair::chosen),
                      batch.stream().map(TokenPair::rejected))
                  .toList();
          Tensor scores = model.scores(sequences);
          Tensor chosen = scores.narrow(0, 0, batch.size());
          Tensor rejected = scores.narrow(0, batch.size(), batch.size());
          Tensor batchLoss = PairwiseLoss.of(chosen, rejected, pairsInStep);
          batchLoss.backward();
          loss += batchLoss.item_float();
          Tensor margin = chosen.sub(rejected).detach();
          metrics.mean("margin", margin.mean().item_float());
          metrics.mean(
              "accuracy",
              margin.sign().mul(new Scalar(0.5)).add(new Scalar(0.5)).mean().item_float());
        }
      }
      return loss;
    }

    @Override
    public Object describe(PairStep step) {
      return Map.of(
          "chosen", step.all().map(TokenPair::chosen).toList(),
          "rejected", step.all().map(TokenPair::rejected).toList());
    }

    @Override
    public void save(Path directory) throws IOException {
      model.save(directory);
      furtherFiles.write(directory);
    }

    @Override
    public void restore(Path directory) {
      TrainingFiles.restoreModel(model.backbone(), directory);
      model.restoreHead(directory);
    }
  }
}
