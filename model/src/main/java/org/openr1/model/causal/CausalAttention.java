package org.openr1.model.causal;

import static org.bytedeco.pytorch.global.torch.bmm;
import static org.bytedeco.pytorch.global.torch.cat;
import static org.bytedeco.pytorch.global.torch.scaled_dot_product_attention;
import static org.bytedeco.pytorch.global.torch.softmax;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.DoubleOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.jspecify.annotations.Nullable;

/**
 * Causal self-attention over the sequences of one batch (Vaswani et al. 2017, section 3.2.1). The
 * index tensors and masks are made once and serve all layers.
 */
final class CausalAttention {
  /**
   * Queries are taken in blocks of this many positions, so that later keys are never multiplied.
   */
  private static final int QUERY_BLOCK = 128;

  private final List<Rectangle> rectangles;
  private final @Nullable Tensor outputRows;
  private final boolean fused;
  private final double scale;
  private final Scalar scaleScalar;
  private final Tensor mask;

  private record Rectangle(
      int sequences,
      int length,
      int prefix,
      @Nullable Tensor inputRows,
      @Nullable Tensor keyRows) {}

  /**
   * Prepares a batch.
   *
   * @param fused whether to call libtorch's fused attention; else plain products and softmax
   */
  CausalAttention(
      SequenceLayout layout, int headDim, ScalarType type, Device device, boolean fused) {
    this.fused = fused;
    this.scale = 1 / Math.sqrt(headDim);
    this.scaleScalar = new Scalar(scale);
    this.rectangles = layout.buckets().stream().map(b -> rectangle(b, device)).toList();
    this.outputRows = indices(layout.outputRows(), device);
    this.mask = mask(type, device);
  }

  private static Rectangle rectangle(SequenceLayout.Bucket bucket, Device device) {
    Tensor inputRows = indices(bucket.inputRows(), device);
    return new Rectangle(
        bucket.sequences(),
        bucket.length(),
        bucket.prefix(),
        inputRows,
        bucket.prefix() == 0 ? inputRows : indices(bucket.keyRows(), device));
  }

  private static @Nullable Tensor indices(int @Nullable [] rows, Device device) {
    return rows == null ? null : Tensors.ofInts(rows, device);
  }

  /** Zero where query i may look at key j, that is j <= i, else minus infinity. */
  private Tensor mask(ScalarType type, Device device) {
    int size = 1;
    for (Rectangle rectangle : rectangles) {
      if (!fused) {
        size = Math.max(size, Math.min(rectangle.length(), QUERY_BLOCK));
      } else if (rectangle.prefix() > 0) {
        size = Math.max(size, rectangle.length());
      }
    }
    float[] values = new float[size * size];
    for (int i = 0; i < size; i++) {
      for (int j = i + 1; j < size; j++) {
        values[i * size + j] = Float.NEGATIVE_INFINITY;
      }
    }
    return Tensors.ofFloats(values, device, size, size).to(type);
  }

  /** Attends; returns [N, heads x head_dim]. */
  Tensor apply(Blocks.QueryKeyValue qkv) {
    List<Tensor> outputs = new ArrayList<>(rectangles.size());
    for (Rectangle rectangle : rectangles) {
      int sequences = rectangle.sequences();
      Tensor queries = rows(qkv.queries(), sequences, rectangle.inputRows());
      Tensor keys = rows(qkv.keys(), sequences, rectangle.keyRows());
      Tensor values = rows(qkv.values(), sequences, rectangle.keyRows());
      int prefix = rectangle.prefix();
      outputs.add(
          fused ? fused(queries, keys, values, prefix) : plain(queries, keys, values, prefix));
    }
    Tensor joined =
        outputs.size() == 1
            ? outputs.getFirst()
            : cat(new TensorVector(outputs.toArray(Tensor[]::new)), 0);
    return outputRows == null ? joined : Tensors.rows(joined, outputRows);
  }

  /** [N, heads, head_dim] to [B, places, heads, head_dim]. */
  private static Tensor rows(Tensor all, int sequences, @Nullable Tensor places) {
    Tensor chosen = places == null ? all : Tensors.rows(all.flatten(1, -1), places);
    return chosen.view(sequences, -1, all.size(1), all.size(2));
  }

  private Tensor fused(Tensor queries, Tensor keys, Tensor values, int prefix) {
    TensorOptional allowed =
        prefix == 0 ? new TensorOptional() : new TensorOptional(allowed(prefix, queries.size(1)));
    Tensor attended =
        scaled_dot_product_attention(
            queries.transpose(1, 2),
            keys.transpose(1, 2),
            values.transpose(1, 2),
            allowed,
            0.0,
            prefix == 0,
            new DoubleOptional(scale),
            queries.size(2) != keys.size(2));
    return attended.transpose(1, 2).reshape(queries.size(0) * queries.size(1), -1);
  }

  /** The query heads of one key head are stacked as rows, so that keys are never repeated. */
  private Tensor plain(Tensor queries, Tensor keys, Tensor values, int prefix) {
    long batch = queries.size(0);
    long length = queries.size(1);
    long keyHeads = keys.size(2);
    long group = queries.size(2) / keyHeads;
    long width = queries.size(3);
    long matrices = batch * keyHeads;
    Tensor q =
        queries
            .view(batch, length, keyHeads, group, width)
            .permute(0, 2, 3, 1, 4)
            .reshape(matrices, group, length, width);
    Tensor k = keys.permute(0, 2, 3, 1).reshape(matrices, width, prefix + length);
    Tensor v = values.transpose(1, 2).reshape(matrices, prefix + length, width);
    List<Tensor> blocks = new ArrayList<>();
    for (long start = 0; start < length; start += QUERY_BLOCK) {
      long rows = Math.min(QUERY_BLOCK, length - start);
      blocks.add(block(q, k, v, prefix, start, rows));
    }
    Tensor attended =
        blocks.size() == 1
            ? blocks.getFirst()
            : cat(new TensorVector(blocks.toArray(Tensor[]::new)), 2);
    return attended
        .view(batch, keyHeads, group, length, width)
        .permute(0, 3, 1, 2, 4)
        .reshape(batch * length, keyHeads * group * width);
  }

  /** Attention of the queries start .. start + rows - 1; [matrices, group, rows, width]. */
  private Tensor block(Tensor q, Tensor k, Tensor v, long prefix, long start, long rows) {
    long matrices = q.size(0);
    long group = q.size(1);
    long width = q.size(3);
    boolean whole = rows == q.size(2);
    long seen = prefix + start + rows;
    Tensor queries = whole ? q : q.narrow(2, start, rows);
    Tensor keys = whole ? k : k.narrow(2, 0, seen);
    Tensor values = whole ? v : v.narrow(1, 0, seen);
    Tensor scores =
        bmm(queries.reshape(matrices, group * rows, width), keys).view(matrices, group, rows, seen);
    Tensor probabilities = softmax(allowed(prefix + start, rows).add(scores, scaleScalar), -1);
    return bmm(probabilities.view(matrices, group * rows, seen), values)
        .view(matrices, group, rows, width);
  }

  /** The mask [rows, before + rows]: everything before the rows is open. */
  private Tensor allowed(long before, long rows) {
    Tensor corner = mask.narrow(0, 0, rows).narrow(1, 0, rows);
    return before == 0 ? corner : cat(new TensorVector(corner.new_zeros(rows, before), corner), 1);
  }
}
