package org.openr1.model.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.openr1.model.causal.CausalLm;
import org.openr1.model.causal.Tensors;
import org.openr1.model.causal.TokenBatch;
import org.openr1.model.causal.TokenLogprobs;

/** Log-probabilities and entropies of given token sequences, batched by length. */
public final class Scorer {
  /** Tokens of one batch where nothing else is asked for. */
  public static final int DEFAULT_BATCH_TOKENS = 2048;

  private final CausalLm model;
  private final int batchTokens;

  /** A scorer with batches of {@value #DEFAULT_BATCH_TOKENS} tokens. */
  public Scorer(CausalLm model) {
    this(model, DEFAULT_BATCH_TOKENS);
  }

  /**
   * A scorer.
   *
   * @param model stays the caller's
   * @param batchTokens tokens of one batch; a longer sequence makes a batch of its own
   */
  public Scorer(CausalLm model, int batchTokens) {
    this.model = Objects.requireNonNull(model, "model is null");
    if (batchTokens < 1) {
      throw new IllegalArgumentException("batchTokens must be positive: " + batchTokens);
    }
    this.batchTokens = batchTokens;
  }

  /**
   * Scores sequences at temperature 1.
   *
   * @param sequences token ids, each at least one
   * @return one result for each, in the order given
   * @throws IllegalArgumentException for an empty sequence, or an id outside the vocabulary
   */
  public List<ScoredSequence> score(List<int[]> sequences) {
    for (int i = 0; i < sequences.size(); i++) {
      if (sequences.get(i).length == 0) {
        throw new IllegalArgumentException("sequence " + i + " has no tokens");
      }
    }
    List<Integer> byLength =
        IntStream.range(0, sequences.size())
            .boxed()
            .sorted(Comparator.comparingInt(i -> sequences.get(i).length))
            .toList();
    ScoredSequence[] results = new ScoredSequence[sequences.size()];
    List<Integer> batch = new ArrayList<>();
    int tokens = 0;
    for (int index : byLength) {
      int length = sequences.get(index).length;
      if (!batch.isEmpty() && tokens + length > batchTokens) {
        scoreBatch(sequences, batch, results);
        batch.clear();
        tokens = 0;
      }
      batch.add(index);
      tokens += length;
    }
    if (!batch.isEmpty()) {
      scoreBatch(sequences, batch, results);
    }
    return Arrays.asList(results);
  }

  private void scoreBatch(List<int[]> sequences, List<Integer> indices, ScoredSequence[] results) {
    TokenBatch batch = TokenBatch.of(indices.stream().map(sequences::get).toList());
    int[] starts = batch.starts();
    // Every row is scored against the token after it; a sequence's last row has none, and any
    // target serves to get its entropy.
    int[] targets = new int[batch.tokens()];
    System.arraycopy(batch.ids(), 1, targets, 0, targets.length - 1);
    try (var _ = new PointerScope();
        var _ = new NoGradGuard()) {
      int[] rows = IntStream.range(0, batch.tokens()).toArray();
      TokenLogprobs scores = TokenLogprobs.of(model, model.hidden(batch), rows, targets, 1);
      float[] logprobs = Tensors.toFloats(scores.logps());
      float[] entropy = Tensors.toFloats(scores.entropy());
      for (int i = 0; i < indices.size(); i++) {
        int start = starts[i];
        int end = start + batch.lengths()[i];
        results[indices.get(i)] =
            new ScoredSequence(
                Arrays.copyOfRange(logprobs, start, end - 1),
                Arrays.copyOfRange(entropy, start, end));
      }
    }
  }
}
