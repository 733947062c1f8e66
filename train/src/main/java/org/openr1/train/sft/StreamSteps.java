package org.openr1.train.sft;

import java.util.ArrayList;
import java.util.List;

/**
 * Steps over an endless stream: every micro-batch takes whole examples until the next one would
 * exceed its budget of tokens. The position is the number of examples taken.
 */
public final class StreamSteps implements StepSource {
  private final ExampleSource source;
  private final int tokensPerBatch;
  private final int microBatches;

  /**
   * Steps over a stream.
   *
   * @param tokensPerBatch limit of a micro-batch; an example that is longer is cut to it
   * @param microBatches micro-batches of an optimiser step
   */
  public StreamSteps(ExampleSource source, int tokensPerBatch, int microBatches) {
    if (tokensPerBatch < 2 || microBatches < 1) {
      throw new IllegalArgumentException(
          "tokens per batch %d must be at least 2, micro-batches %d at least 1"
              .formatted(tokensPerBatch, microBatches));
    }
    this.source = source;
    this.tokensPerBatch = tokensPerBatch;
    this.microBatches = microBatches;
  }

  /**
   * As {@code per_device_train_batch_size} rows of {@code max_length} tokens and {@code
   * gradient_accumulation_steps} say.
   */
  public static StreamSteps of(ExampleSource source, SftConfig config) {
    Integer maxLength = config.maxLength();
    if (maxLength == null) {
      throw new IllegalArgumentException("an endless source needs max_length, which is null");
    }
    return new StreamSteps(
        source,
        Math.multiplyExact(maxLength, config.perDeviceTrainBatchSize()),
        config.gradientAccumulationSteps());
  }

  @Override
  public long totalSteps(SftConfig config) {
    if (config.maxSteps() <= 0) {
      throw new IllegalArgumentException("an endless source needs max_steps, which is not given");
    }
    return config.maxSteps();
  }

  @Override
  public TrainingStep at(long position) {
    List<FlattenedBatch> batches = new ArrayList<>();
    long next = position;
    LabeledTokens waiting = cut(source.example(next));
    for (int i = 0; i < microBatches; i++) {
      List<LabeledTokens> rows = new ArrayList<>();
      int tokens = 0;
      while (tokens + waiting.length() <= tokensPerBatch) {
        rows.add(waiting);
        tokens += waiting.length();
        waiting = cut(source.example(++next));
      }
      batches.add(FlattenedBatch.of(rows));
    }
    return new TrainingStep(batches, next, 0);
  }

  private LabeledTokens cut(LabeledTokens example) {
    if (example.length() == 0) {
      throw new IllegalArgumentException("the stream gave an example without tokens");
    }
    return example.length() > tokensPerBatch ? example.slice(0, tokensPerBatch) : example;
  }
}
