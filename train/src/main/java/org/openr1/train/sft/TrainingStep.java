package org.openr1.train.sft;

import java.util.List;
import org.openr1.train.run.TrainingTask;

/**
 * What one optimiser step learns from.
 *
 * @param microBatches at least one; their gradients are added
 * @param nextPosition the source's position behind this step
 * @param epoch passes over the data after this step; 0 for an endless source
 */
public record TrainingStep(List<FlattenedBatch> microBatches, long nextPosition, double epoch)
    implements TrainingTask.Step {
  public TrainingStep {
    microBatches = List.copyOf(microBatches);
    if (microBatches.isEmpty()) {
      throw new IllegalArgumentException("a step needs at least one micro-batch");
    }
  }

  /** Targets of all micro-batches: TRL's {@code num_items_in_batch}. */
  public long itemsInBatch() {
    return microBatches.stream().mapToLong(FlattenedBatch::targetCount).sum();
  }

  /** Tokens of all micro-batches. */
  @Override
  public long tokens() {
    return microBatches.stream().mapToLong(batch -> batch.inputIds().length).sum();
  }
}
