package org.openr1.train.grpo;

import java.util.List;
import java.util.function.Function;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/**
 * The constants of the loss for the completion tokens of some rows, laid one after another; float32
 * [M] each, but for {@code rowOfToken} (int64 [M]) and {@code rowDivisors} (float32 [rows], active
 * tokens of the row, at least 1). Lives in the pointer scope of the caller.
 */
public record PackedTokens(
    Tensor mask,
    Tensor advantages,
    Tensor weights,
    @Nullable Tensor oldLogprobs,
    @Nullable Tensor refLogprobs,
    @Nullable Tensor samplerWeights,
    Tensor rowOfToken,
    Tensor rowDivisors) {

  /**
   * Packs {@code rows}; an optional column must be given by all rows or none.
   *
   * @param rowWeights weight of the active tokens of each row in the loss
   */
  public static PackedTokens of(List<TrainingRow> rows, double[] rowWeights, Device device) {
    int total = rows.stream().mapToInt(TrainingRow::length).sum();
    float[] weights = new float[total];
    long[] rowOfToken = new long[total];
    float[] divisors = new float[rows.size()];
    int at = 0;
    for (int r = 0; r < rows.size(); r++) {
      TrainingRow row = rows.get(r);
      divisors[r] = Math.max(row.activeTokens(), 1);
      for (int t = 0; t < row.length(); t++, at++) {
        weights[at] = (float) (row.mask()[t] * rowWeights[r]);
        rowOfToken[at] = r;
      }
    }
    return new PackedTokens(
        required(rows, total, TrainingRow::mask, device),
        required(rows, total, TrainingRow::advantages, device),
        floats(weights, device),
        optional(rows, total, TrainingRow::oldLogprobs, device),
        optional(rows, total, TrainingRow::refLogprobs, device),
        optional(rows, total, TrainingRow::samplerWeights, device),
        torch.tensor(rowOfToken).to(device, torch.ScalarType.Long),
        floats(divisors, device));
  }

  private static Tensor required(
      List<TrainingRow> rows, int total, Function<TrainingRow, float[]> column, Device device) {
    float[] values = new float[total];
    int at = 0;
    for (TrainingRow row : rows) {
      float[] part = column.apply(row);
      System.arraycopy(part, 0, values, at, part.length);
      at += part.length;
    }
    return floats(values, device);
  }

  private static @Nullable Tensor optional(
      List<TrainingRow> rows,
      int total,
      Function<TrainingRow, float @Nullable []> column,
      Device device) {
    long given = rows.stream().filter(row -> column.apply(row) != null).count();
    if (given == 0) {
      return null;
    }
    if (given != rows.size()) {
      throw new IllegalArgumentException(
          "%d of %d rows give a column that all or none must give".formatted(given, rows.size()));
    }
    return required(
        rows, total, row -> java.util.Objects.requireNonNull(column.apply(row)), device);
  }

  private static Tensor floats(float[] values, Device device) {
    return torch.tensor(values).to(device, torch.ScalarType.Float);
  }
}
