package org.openr1.model.causal;

import static org.bytedeco.pytorch.global.torch.rms_norm;
import static org.bytedeco.pytorch.global.torch.silu;

import org.bytedeco.pytorch.DoubleOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.jspecify.annotations.Nullable;
import org.openr1.model.config.ModelConfig;

/** The parts of a decoder layer as pure functions, shared by training and generation. */
public final class Blocks {
  private Blocks() {}

  /**
   * RMS norm over the last dimension (Zhang and Sennrich 2019, equation 4): {@code x /
   * sqrt(mean(x^2) + eps) * weight}, computed in float32.
   */
  public static Tensor rmsNorm(Tensor x, Tensor weight, double eps) {
    return rms_norm(
        x, new long[] {weight.size(0)}, new TensorOptional(weight), new DoubleOptional(eps));
  }

  /**
   * Rotary embedding in the half-split layout of Llama and Qwen checkpoints.
   *
   * @param x [N, heads, head_dim]
   * @param rows the table's rows for the N positions
   */
  public static Tensor rotate(Tensor x, RotaryTable.Rows rows) {
    long half = x.size(-1) / 2;
    return x.mul(rows.cosines()).addcmul(x.roll(new long[] {half}, new long[] {-1}), rows.sines());
  }

  /**
   * Queries, keys and values of N tokens.
   *
   * @param queries [N, heads, head_dim], rotated
   * @param keys [N, key-value heads, head_dim], rotated
   * @param values [N, key-value heads, head_dim]
   */
  public record QueryKeyValue(Tensor queries, Tensor keys, Tensor values) {}

  /** Projects normalised inputs [N, hidden] to rotated queries, rotated keys and values. */
  public static QueryKeyValue queryKeyValue(
      Tensor normed, LayerWeights weights, RotaryTable.Rows rows, ModelConfig config) {
    return new QueryKeyValue(
        rotate(heads(normed, weights.query(), weights.queryNorm(), config), rows),
        rotate(heads(normed, weights.key(), weights.keyNorm(), config), rows),
        heads(normed, weights.value(), null, config));
  }

  private static Tensor heads(
      Tensor normed, Linear projection, @Nullable Tensor norm, ModelConfig config) {
    Tensor split = projection.apply(normed).view(normed.size(0), -1, config.headDim());
    return norm == null ? split : rmsNorm(split, norm, config.rmsNormEps());
  }

  /** The gated MLP (Shazeer 2020, SwiGLU): {@code down(silu(gate(x)) * up(x))}, [N, hidden]. */
  public static Tensor mlp(Tensor normed, LayerWeights weights) {
    return weights.down().apply(silu(weights.gate().apply(normed)).mul(weights.up().apply(normed)));
  }
}
