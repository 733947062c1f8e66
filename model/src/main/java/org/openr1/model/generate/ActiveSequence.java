package org.openr1.model.generate;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** One sequence while it is sampled. */
final class ActiveSequence {
  private final GenerationRequest request;
  private final int requestOrder;
  private final int sampleIndex;
  private final SamplingStream stream;
  private final int limit;
  private final @Nullable SequenceText text;
  private final @Nullable BitSet seen;
  private int[] tokenIds = new int[32];
  private float[] logprobs = new float[32];
  private int size;

  /**
   * A sequence without new tokens.
   *
   * @param limit most new tokens
   * @param text follows the text, where stop strings or a listener need it
   * @param seen tokens of the prompt, where a repetition penalty needs them
   */
  ActiveSequence(
      GenerationRequest request,
      int requestOrder,
      int sampleIndex,
      long seed,
      int limit,
      @Nullable SequenceText text,
      @Nullable BitSet seen) {
    this.request = request;
    this.requestOrder = requestOrder;
    this.sampleIndex = sampleIndex;
    this.stream = SamplingStream.of(seed, request.id(), sampleIndex);
    this.limit = limit;
    this.text = text;
    this.seen = seen;
  }

  GenerationRequest request() {
    return request;
  }

  int requestOrder() {
    return requestOrder;
  }

  int sampleIndex() {
    return sampleIndex;
  }

  int size() {
    return size;
  }

  int lastToken() {
    return tokenIds[size - 1];
  }

  /** Position of the last token in prompt and completion together. */
  int lastPosition() {
    return request.promptIds().length + size - 1;
  }

  boolean full() {
    return size >= limit;
  }

  @Nullable SequenceText text() {
    return text;
  }

  @Nullable BitSet seen() {
    return seen;
  }

  /** The random number of the next token. */
  double nextUniform() {
    return stream.uniform(size);
  }

  void append(int tokenId, float logprob) {
    if (size == tokenIds.length) {
      tokenIds = Arrays.copyOf(tokenIds, 2 * size);
      logprobs = Arrays.copyOf(logprobs, 2 * size);
    }
    tokenIds[size] = tokenId;
    logprobs[size] = logprob;
    size++;
    if (seen != null) {
      seen.set(tokenId);
    }
  }

  int[] tokenIds() {
    return Arrays.copyOf(tokenIds, size);
  }

  float[] logprobs() {
    return Arrays.copyOf(logprobs, size);
  }
}
