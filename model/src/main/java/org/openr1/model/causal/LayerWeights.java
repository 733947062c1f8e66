package org.openr1.model.causal;

import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * The weights of one decoder layer in the compute type.
 *
 * @param inputNorm [hidden], before attention
 * @param query hidden to heads x head_dim
 * @param key hidden to key-value heads x head_dim
 * @param value hidden to key-value heads x head_dim
 * @param queryNorm [head_dim], or null where queries are not normalised
 * @param keyNorm [head_dim], or null where keys are not normalised
 * @param output heads x head_dim to hidden
 * @param mlpNorm [hidden], before the MLP
 * @param gate hidden to intermediate, goes through SiLU
 * @param up hidden to intermediate
 * @param down intermediate to hidden
 */
public record LayerWeights(
    Tensor inputNorm,
    Linear query,
    Linear key,
    Linear value,
    @Nullable Tensor queryNorm,
    @Nullable Tensor keyNorm,
    Linear output,
    Tensor mlpNorm,
    Linear gate,
    Linear up,
    Linear down) {}
