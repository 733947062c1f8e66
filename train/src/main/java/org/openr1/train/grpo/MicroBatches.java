package org.openr1.train.grpo;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/** Cuts rows into forward passes of bounded size and splits packed values per row. */
final class MicroBatches {
  private MicroBatches() {}

  /**
   * Consecutive row indices with at most {@code tokens} tokens together, as {@link #tokens} counts
   * them; a longer row stands alone.
   */
  static List<List<Integer>> split(List<TrainingRow> rows, List<Integer> indices, int tokens) {
    List<List<Integer>> batches = new ArrayList<>();
    List<Integer> batch = new ArrayList<>();
    int used = 0;
    for (int index : indices) {
      TrainingRow row = rows.get(index);
      int need = cost(row, batch.isEmpty() ? null : rows.get(batch.getLast()));
      if (!batch.isEmpty() && used + need > tokens) {
        batches.add(List.copyOf(batch));
        batch.clear();
        used = 0;
        need = cost(row, null);
      }
      batch.add(index);
      used += need;
    }
    if (!batch.isEmpty()) {
      batches.add(List.copyOf(batch));
    }
    return batches;
  }

  /** Tokens computed for rows of one pass: a prompt counts once for the rows beside each other. */
  static long tokens(List<TrainingRow> rows) {
    long tokens = 0;
    for (int i = 0; i < rows.size(); i++) {
      tokens += cost(rows.get(i), i == 0 ? null : rows.get(i - 1));
    }
    return tokens;
  }

  private static int cost(TrainingRow row, @Nullable TrainingRow before) {
    return before != null && row.sharesPromptWith(before) ? row.length() : row.tokens();
  }

  /** Log-probabilities of every row's completion tokens, without gradient. */
  static List<float[]> logprobs(TokenScorer scorer, List<TrainingRow> rows, int tokens) {
    List<float[]> result = new ArrayList<>(rows.size());
    List<Integer> all = java.util.stream.IntStream.range(0, rows.size()).boxed().toList();
    for (List<Integer> batch : split(rows, all, tokens)) {
      List<TrainingRow> part = batch.stream().map(rows::get).toList();
      try (PointerScope _ = new PointerScope();
          NoGradGuard _ = new NoGradGuard()) {
        result.addAll(perRow(scorer.score(part).logprobs(), part));
      }
    }
    return result;
  }

  /** Cuts [M] values into one array per row. */
  static List<float[]> perRow(Tensor packed, List<TrainingRow> rows) {
    float[] values = toHost(packed);
    List<float[]> result = new ArrayList<>(rows.size());
    int at = 0;
    for (TrainingRow row : rows) {
      result.add(java.util.Arrays.copyOfRange(values, at, at + row.length()));
      at += row.length();
    }
    if (at != values.length) {
      throw new IllegalStateException(
          "%d values for %d completion tokens".formatted(values.length, at));
    }
    return result;
  }

  private static float[] toHost(Tensor tensor) {
    Tensor host = tensor.detach().to(torch.ScalarType.Float).cpu().contiguous();
    float[] values = new float[Math.toIntExact(host.numel())];
    new FloatPointer(host.data_ptr_float()).get(values);
    return values;
  }
}
