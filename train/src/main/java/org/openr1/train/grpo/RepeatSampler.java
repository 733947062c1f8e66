package org.openr1.train.grpo;

import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.openr1.train.run.ConfigChecks;

/**
 * TRL's RepeatSampler: cuts the (shuffled) indices of an epoch into chunks of {@code batchSize},
 * drops an incomplete last chunk, and emits each chunk {@code repeatCount} times with every index
 * {@code miniRepeatCount} times in a row (spec 2.3).
 *
 * @param datasetSize rows of the data set
 * @param miniRepeatCount repetitions in a row: num_generations
 * @param batchSize unique prompts of one generation
 * @param repeatCount emissions of a chunk: num_iterations x steps_per_generation
 */
public record RepeatSampler(int datasetSize, int miniRepeatCount, int batchSize, int repeatCount) {

  public RepeatSampler {
    ConfigChecks.atLeast("dataset size", datasetSize, 0);
    ConfigChecks.atLeast("mini repeat count", miniRepeatCount, 1);
    ConfigChecks.atLeast("batch size", batchSize, 1);
    ConfigChecks.atLeast("repeat count", repeatCount, 1);
  }

  /** Rows emitted per epoch. */
  public long length() {
    return (long) chunks() * batchSize * miniRepeatCount * repeatCount;
  }

  /** Whole chunks per epoch. */
  public int chunks() {
    return datasetSize / batchSize;
  }

  /** The unique indices of one chunk, given the order of the epoch's indices. */
  public int[] chunk(int[] order, int chunk) {
    if (order.length != datasetSize || chunk < 0 || chunk >= chunks()) {
      throw new IllegalArgumentException(
          "chunk %d of %d, order of %d indices for %d rows"
              .formatted(chunk, chunks(), order.length, datasetSize));
    }
    return java.util.Arrays.copyOfRange(order, chunk * batchSize, (chunk + 1) * batchSize);
  }

  /** Every row of an epoch in order. */
  public int[] epoch(int[] order) {
    IntFunction<IntStream> emitted =
        chunk ->
            IntStream.range(0, repeatCount)
                .flatMap(
                    repeat ->
                        IntStream.of(chunk(order, chunk))
                            .flatMap(index -> IntStream.range(0, miniRepeatCount).map(r -> index)));
    return IntStream.range(0, chunks()).boxed().flatMapToInt(c -> emitted.apply(c)).toArray();
  }

  /** The indices in ascending order: the order of an epoch without shuffling. */
  public int[] unshuffled() {
    return IntStream.range(0, datasetSize).toArray();
  }
}
