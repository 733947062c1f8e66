package org.openr1.model.generate;

import static org.bytedeco.pytorch.global.torch.zeros;

import java.util.Arrays;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.jspecify.annotations.Nullable;
import org.openr1.model.causal.Device;
import org.openr1.model.causal.Tensors;

/**
 * Keys and values of the running sequences, aligned at their newest token: every step writes one
 * column for all rows, and a sequence of length n owns the last n columns of its row. Steps so need
 * no scattered writes, and attention covers no more columns than the longest running sequence has
 * tokens.
 *
 * <p>Layout: [2 x layers, slots, key-value heads, columns, head_dim], keys of layer i at 2 i,
 * values at 2 i + 1. A mask [slots, columns] holds minus infinity before a row's first column.
 */
final class KeyValueCache implements AutoCloseable {
  /** Columns added at a time where attention runs over all columns. */
  private static final int TIGHT_COLUMNS = 32;

  private static final int ROOMY_COLUMNS = 64;

  private final int layers;
  private final int slots;
  private final int heads;
  private final int headDim;
  private final ScalarType type;
  private final Device device;
  private final boolean tight;
  private final Scalar minusInfinity = new Scalar(Double.NEGATIVE_INFINITY);
  private final Scalar zero = new Scalar(0.0);

  private final int[] starts;
  private int rows;
  private int column;
  private int capacity;
  private @Nullable Tensor storage;
  private @Nullable Tensor mask;
  private Tensor[] perLayer = new Tensor[0];

  /**
   * An empty cache; memory is taken as sequences grow.
   *
   * @param tight whether attention reads whole rows, so that they must be contiguous and hold few
   *     unused columns; else it reads a window of the columns
   */
  KeyValueCache(
      int layers,
      int slots,
      int heads,
      int headDim,
      ScalarType type,
      Device device,
      boolean tight) {
    this.layers = layers;
    this.slots = slots;
    this.heads = heads;
    this.headDim = headDim;
    this.type = type;
    this.device = device;
    this.tight = tight;
    this.starts = new int[slots];
  }

  /**
   * Gives a row to a sequence that begins with a prompt.
   *
   * @param prefix [2 x layers, tokens, heads, head_dim]
   */
  void start(int row, Tensor prefix) {
    int length = (int) prefix.size(1);
    if (length > column || storage == null) {
      rehouse(length);
    }
    starts[row] = column - length;
    rows = Math.max(rows, row + 1);
    try (PointerScope _ = new PointerScope()) {
      storage().select(1, row).narrow(2, starts[row], length).copy_(prefix.transpose(1, 2), false);
      maskRow(row);
    }
  }

  /** Copies the sequences of rows {@code from[i]} to rows {@code to[i]}. */
  void move(int[] from, int[] to) {
    int first = Arrays.stream(from).map(row -> starts[row]).min().orElse(column);
    try (PointerScope _ = new PointerScope()) {
      Tensor source = Tensors.ofInts(from, device);
      Tensor target = Tensors.ofInts(to, device).to(ScalarType.Long);
      Tensor used = storage().narrow(3, first, column - first);
      used.index_copy_(1, target, used.index_select(1, source));
      for (int i = 0; i < to.length; i++) {
        starts[to[i]] = starts[from[i]];
        maskRow(to[i]);
      }
    }
  }

  /** Opens the column of the next token for the first {@code count} rows. */
  void beginStep(int count) {
    rows = count;
    if (column == capacity) {
      rehouse(0);
    }
    if (tight) {
      mask().select(1, column).fill_(zero);
    }
  }

  /** Ends the step that {@link #beginStep} began. */
  void endStep() {
    column++;
  }

  /** First column that attention must read in the running step. */
  int windowStart() {
    return tight ? 0 : firstUsed();
  }

  /** Columns that attention reads in the running step. */
  int window() {
    return tight ? capacity : column + 1 - firstUsed();
  }

  /** Writes [rows, heads, head_dim] for the running step and gives the columns to attend to. */
  Tensor append(int index, Tensor values) {
    Tensor all = perLayer[index].narrow(0, 0, rows);
    all.select(2, column).copy_(values, false);
    return tight ? all : all.narrow(2, windowStart(), window());
  }

  /** Mask of the running step, [rows, 1, 1, window]: 0, or minus infinity outside a sequence. */
  Tensor stepMask() {
    return mask().narrow(0, 0, rows).narrow(1, windowStart(), window()).unsqueeze(1).unsqueeze(1);
  }

  private int firstUsed() {
    int first = column;
    for (int row = 0; row < rows; row++) {
      first = Math.min(first, starts[row]);
    }
    return first;
  }

  /** Columns still to come are open where a window hides them, else each step opens its own. */
  private void maskRow(int row) {
    Tensor whole = mask().select(0, row);
    whole.fill_(minusInfinity);
    int end = tight ? column : capacity;
    if (end > starts[row]) {
      whole.narrow(0, starts[row], end - starts[row]).fill_(zero);
    }
  }

  /** Moves what is in use to the left, into more columns if needed; prompts may need room. */
  private void rehouse(int leastColumn) {
    int first = firstUsed();
    int used = column - first;
    int newColumn = Math.max(used, leastColumn);
    int needed = newColumn + 1;
    try (PointerScope _ = new PointerScope()) {
      int wanted =
          tight
              ? (needed + TIGHT_COLUMNS - 1) / TIGHT_COLUMNS * TIGHT_COLUMNS
              : 2 * (newColumn + ROOMY_COLUMNS);
      boolean inPlace = storage != null && (tight ? wanted == capacity : capacity >= 2 * needed);
      if (inPlace) {
        for (int i = 0; i < 2 * layers && used > 0; i++) {
          Tensor all = perLayer[i].narrow(0, 0, rows);
          all.narrow(2, newColumn - used, used).copy_(all.narrow(2, first, used).clone(), false);
        }
      } else {
        replaceStorage(wanted, first, used, newColumn);
      }
      for (int row = 0; row < rows; row++) {
        starts[row] += newColumn - column;
      }
      column = newColumn;
      for (int row = 0; row < rows; row++) {
        maskRow(row);
      }
    }
  }

  private void replaceStorage(int newCapacity, int first, int used, int newColumn) {
    Tensor old = storage;
    Tensor grown = Tensors.keep(create(type, 2L * layers, slots, heads, newCapacity, headDim));
    if (old != null && used > 0) {
      grown
          .narrow(1, 0, rows)
          .narrow(3, newColumn - used, used)
          .copy_(old.narrow(1, 0, rows).narrow(3, first, used), false);
    }
    close();
    storage = grown;
    mask = Tensors.keep(create(type, slots, newCapacity));
    capacity = newCapacity;
    perLayer = new Tensor[2 * layers];
    for (int i = 0; i < perLayer.length; i++) {
      perLayer[i] = Tensors.keep(grown.select(0, i));
    }
  }

  private Tensor create(ScalarType elementType, long... shape) {
    return zeros(
        shape,
        new TensorOptions(elementType)
            .device(new org.bytedeco.pytorch.DeviceOptional(device.toTorch())));
  }

  private Tensor storage() {
    if (storage == null) {
      throw new IllegalStateException("the cache holds no sequence");
    }
    return storage;
  }

  private Tensor mask() {
    if (mask == null) {
      throw new IllegalStateException("the cache holds no sequence");
    }
    return mask;
  }

  @Override
  public void close() {
    for (Tensor tensor : perLayer) {
      tensor.close();
    }
    perLayer = new Tensor[0];
    if (storage != null) {
      storage.close();
      storage = null;
    }
    if (mask != null) {
      mask.close();
      mask = null;
    }
    capacity = 0;
  }
}
