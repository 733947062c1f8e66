package org.openr1.train.sft;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.openr1.train.optim.StepCounts;
import org.openr1.train.run.RandomStreams;

/**
 * Passes over a finite list of rows. The order of a pass is drawn from the run's stream of that
 * epoch; the last step of a pass may be shorter. The position is the number of steps taken.
 */
public final class DatasetSteps implements StepSource {
  private final List<LabeledTokens> rows;
  private final SftConfig config;
  private final StepCounts counts;

  /**
   * Steps over prepared rows.
   *
   * @param rows see {@link RowPreparation}
   */
  public DatasetSteps(List<LabeledTokens> rows, SftConfig config) {
    this.rows = List.copyOf(rows);
    this.config = config;
    counts =
        StepCounts.of(
            rows.size(),
            config.perDeviceTrainBatchSize(),
            config.gradientAccumulationSteps(),
            config.maxSteps() > 0 ? 1 : config.numTrainEpochs());
  }

  @Override
  public long totalSteps(SftConfig given) {
    return given.maxSteps() > 0 ? given.maxSteps() : counts.maxSteps();
  }

  @Override
  public TrainingStep at(long position) {
    long epoch = position / counts.updatesPerEpoch();
    int[] order = order(epoch);
    int size = config.perDeviceTrainBatchSize();
    long firstBatch = position % counts.updatesPerEpoch() * config.gradientAccumulationSteps();
    long lastBatch =
        Math.min(firstBatch + config.gradientAccumulationSteps(), counts.batchesPerEpoch());
    List<FlattenedBatch> batches = new ArrayList<>();
    for (long batch = firstBatch; batch < lastBatch; batch++) {
      int from = Math.toIntExact(batch * size);
      batches.add(
          FlattenedBatch.of(
              IntStream.range(from, Math.min(from + size, rows.size()))
                  .mapToObj(i -> rows.get(order[i]))
                  .toList()));
    }
    return new TrainingStep(
        batches, position + 1, epoch + (double) lastBatch / counts.batchesPerEpoch());
  }

  private int[] order(long epoch) {
    return config.dataOrder().equals("sequential")
        ? IntStream.range(0, rows.size()).toArray()
        : RandomStreams.permutation(
            rows.size(), RandomStreams.of(config.seed(), "sft/order", epoch));
  }
}
