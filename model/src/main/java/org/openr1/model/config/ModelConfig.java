package org.openr1.model.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Shape and constants of a causal language model, in the words of Hugging Face's config.json.
 *
 * @param architecture model family
 * @param vocabSize rows of the embedding
 * @param hiddenSize width of the residual stream
 * @param intermediateSize width inside the MLP
 * @param numHiddenLayers decoder layers
 * @param numAttentionHeads query heads
 * @param numKeyValueHeads key and value heads; divides numAttentionHeads
 * @param headDim width of one head, even
 * @param maxPositionEmbeddings longest context the model was made for
 * @param rmsNormEps constant inside every RMS norm
 * @param ropeTheta base of the rotary frequencies
 * @param rotaryScaling change of the rotary frequencies
 * @param tieWordEmbeddings whether the output head is the embedding
 * @param attentionBias whether the query, key and value projections have biases
 * @param attentionOutputBias whether the attention's output projection has one
 * @param mlpBias whether the MLP's projections have biases
 * @param initializerRange standard deviation transformers would initialise with
 * @param bosTokenId id of the beginning of a sequence, if any
 * @param eosTokenIds ids that end a sequence; may be empty
 * @param padTokenId id of padding, if any; its embedding row gets no gradient through the embedding
 * @param dtype element type the weights were stored in, as config.json names it
 */
public record ModelConfig(
    Architecture architecture,
    int vocabSize,
    int hiddenSize,
    int intermediateSize,
    int numHiddenLayers,
    int numAttentionHeads,
    int numKeyValueHeads,
    int headDim,
    int maxPositionEmbeddings,
    double rmsNormEps,
    double ropeTheta,
    RotaryScaling rotaryScaling,
    boolean tieWordEmbeddings,
    boolean attentionBias,
    boolean attentionOutputBias,
    boolean mlpBias,
    double initializerRange,
    @Nullable Integer bosTokenId,
    List<Integer> eosTokenIds,
    @Nullable Integer padTokenId,
    String dtype) {

  /** Checks sizes against each other. */
  public ModelConfig {
    Objects.requireNonNull(architecture, "architecture is null");
    Objects.requireNonNull(rotaryScaling, "rotaryScaling is null");
    Objects.requireNonNull(dtype, "dtype is null");
    eosTokenIds = List.copyOf(eosTokenIds);
    requirePositive("vocab_size", vocabSize);
    requirePositive("hidden_size", hiddenSize);
    requirePositive("intermediate_size", intermediateSize);
    requirePositive("num_hidden_layers", numHiddenLayers);
    requirePositive("num_attention_heads", numAttentionHeads);
    requirePositive("num_key_value_heads", numKeyValueHeads);
    requirePositive("head_dim", headDim);
    requirePositive("max_position_embeddings", maxPositionEmbeddings);
    if (numAttentionHeads % numKeyValueHeads != 0) {
      throw new IllegalArgumentException(
          "num_attention_heads "
              + numAttentionHeads
              + " is no multiple of num_key_value_heads "
              + numKeyValueHeads);
    }
    if (headDim % 2 != 0) {
      throw new IllegalArgumentException("head_dim " + headDim + " is odd");
    }
    if (!(rmsNormEps > 0) || !(ropeTheta > 0)) {
      throw new IllegalArgumentException(
          "rms_norm_eps " + rmsNormEps + " and rope_theta " + ropeTheta + " must be positive");
    }
    // transformers counts a negative padding index from the end of the vocabulary.
    if (padTokenId != null && padTokenId < 0) {
      padTokenId += vocabSize;
    }
    if (padTokenId != null && (padTokenId < 0 || padTokenId >= vocabSize)) {
      throw new IllegalArgumentException(
          "pad_token_id " + padTokenId + " lies outside the vocabulary of " + vocabSize);
    }
  }

  private static void requirePositive(String key, int value) {
    if (value <= 0) {
      throw new IllegalArgumentException(key + " must be positive: " + value);
    }
  }

  /** Query heads that share one key and value head. */
  public int queriesPerKeyValueHead() {
    return numAttentionHeads / numKeyValueHeads;
  }

  /**
   * Reads a config.json with the hub's 4.x keys or those of transformers 5.
   *
   * @throws org.openr1.model.ModelFileException when it is missing, malformed or of a model this
   *     project does not run
   */
  public static ModelConfig read(Path configJson) {
    return ConfigReader.read(configJson);
  }

  /** The config.json text of this model, loadable by transformers 4.x and 5. */
  public String toJson() {
    return ConfigWriter.toJson(this);
  }

  /** The same model with another stored element type ({@code float32} or {@code bfloat16}). */
  public ModelConfig withDtype(String newDtype) {
    return toBuilder().dtype(newDtype).build();
  }

  /** A builder that starts from this configuration. */
  public ModelConfigBuilder toBuilder() {
    return new ModelConfigBuilder(this);
  }

  /** A builder for a new model; see {@link ModelConfigBuilder} for its defaults. */
  public static ModelConfigBuilder builder(Architecture architecture) {
    return new ModelConfigBuilder(architecture);
  }
}
