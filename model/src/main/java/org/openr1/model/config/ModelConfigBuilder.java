package org.openr1.model.config;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Builds a {@link ModelConfig} field by field.
 *
 * <p>Sizes have no default. The rest defaults to: as many key-value heads as heads, head_dim =
 * hidden / heads, 2048 positions, rms_norm_eps 1e-6, rope_theta 10000, no scaling, untied, the
 * family's biases, initializer_range 0.02, no special ids, float32.
 */
public final class ModelConfigBuilder {
  private final Architecture architecture;
  private int vocabSize;
  private int hiddenSize;
  private int intermediateSize;
  private int numHiddenLayers;
  private int numAttentionHeads;
  private int numKeyValueHeads;
  private int headDim;
  private int maxPositionEmbeddings = 2048;
  private double rmsNormEps = 1e-6;
  private double ropeTheta = 10_000;
  private RotaryScaling rotaryScaling = new RotaryScaling.None();
  private boolean tieWordEmbeddings;
  private boolean attentionBias;
  private boolean attentionOutputBias;
  private boolean mlpBias;
  private double initializerRange = 0.02;
  private @Nullable Integer bosTokenId;
  private List<Integer> eosTokenIds = List.of();
  private @Nullable Integer padTokenId;
  private String dtype = "float32";

  ModelConfigBuilder(Architecture architecture) {
    this.architecture = Objects.requireNonNull(architecture, "architecture is null");
    attentionBias = architecture == Architecture.QWEN2;
  }

  ModelConfigBuilder(ModelConfig config) {
    architecture = config.architecture();
    vocabSize = config.vocabSize();
    hiddenSize = config.hiddenSize();
    intermediateSize = config.intermediateSize();
    numHiddenLayers = config.numHiddenLayers();
    numAttentionHeads = config.numAttentionHeads();
    numKeyValueHeads = config.numKeyValueHeads();
    headDim = config.headDim();
    maxPositionEmbeddings = config.maxPositionEmbeddings();
    rmsNormEps = config.rmsNormEps();
    ropeTheta = config.ropeTheta();
    rotaryScaling = config.rotaryScaling();
    tieWordEmbeddings = config.tieWordEmbeddings();
    attentionBias = config.attentionBias();
    attentionOutputBias = config.attentionOutputBias();
    mlpBias = config.mlpBias();
    initializerRange = config.initializerRange();
    bosTokenId = config.bosTokenId();
    eosTokenIds = config.eosTokenIds();
    padTokenId = config.padTokenId();
    dtype = config.dtype();
  }

  /** Sets {@code vocabSize}. */
  public ModelConfigBuilder vocabSize(int value) {
    vocabSize = value;
    return this;
  }

  /** Sets {@code hiddenSize}. */
  public ModelConfigBuilder hiddenSize(int value) {
    hiddenSize = value;
    return this;
  }

  /** Sets {@code intermediateSize}. */
  public ModelConfigBuilder intermediateSize(int value) {
    intermediateSize = value;
    return this;
  }

  /** Sets {@code numHiddenLayers}. */
  public ModelConfigBuilder numHiddenLayers(int value) {
    numHiddenLayers = value;
    return this;
  }

  /** Sets {@code numAttentionHeads}. */
  public ModelConfigBuilder numAttentionHeads(int value) {
    numAttentionHeads = value;
    return this;
  }

  /** Sets {@code numKeyValueHeads}. */
  public ModelConfigBuilder numKeyValueHeads(int value) {
    numKeyValueHeads = value;
    return this;
  }

  /** Sets {@code headDim}. */
  public ModelConfigBuilder headDim(int value) {
    headDim = value;
    return this;
  }

  /** Sets {@code maxPositionEmbeddings}. */
  public ModelConfigBuilder maxPositionEmbeddings(int value) {
    maxPositionEmbeddings = value;
    return this;
  }

  /** Sets {@code rmsNormEps}. */
  public ModelConfigBuilder rmsNormEps(double value) {
    rmsNormEps = value;
    return this;
  }

  /** Sets {@code ropeTheta}. */
  public ModelConfigBuilder ropeTheta(double value) {
    ropeTheta = value;
    return this;
  }

  /** Sets {@code rotaryScaling}. */
  public ModelConfigBuilder rotaryScaling(RotaryScaling value) {
    rotaryScaling = value;
    return this;
  }

  /** Sets {@code tieWordEmbeddings}. */
  public ModelConfigBuilder tieWordEmbeddings(boolean value) {
    tieWordEmbeddings = value;
    return this;
  }

  /** Sets {@code attentionBias}. */
  public ModelConfigBuilder attentionBias(boolean value) {
    attentionBias = value;
    return this;
  }

  /** Sets {@code attentionOutputBias}. */
  public ModelConfigBuilder attentionOutputBias(boolean value) {
    attentionOutputBias = value;
    return this;
  }

  /** Sets {@code mlpBias}. */
  public ModelConfigBuilder mlpBias(boolean value) {
    mlpBias = value;
    return this;
  }

  /** Sets {@code initializerRange}. */
  public ModelConfigBuilder initializerRange(double value) {
    initializerRange = value;
    return this;
  }

  /** Sets {@code bosTokenId}. */
  public ModelConfigBuilder bosTokenId(@Nullable Integer value) {
    bosTokenId = value;
    return this;
  }

  /** Sets {@code eosTokenIds}. */
  public ModelConfigBuilder eosTokenIds(List<Integer> value) {
    eosTokenIds = value;
    return this;
  }

  /** Sets {@code padTokenId}. */
  public ModelConfigBuilder padTokenId(@Nullable Integer value) {
    padTokenId = value;
    return this;
  }

  /** Sets {@code dtype}. */
  public ModelConfigBuilder dtype(String value) {
    dtype = value;
    return this;
  }

  /** The configuration; fails with the key at fault where sizes do not fit together. */
  public ModelConfig build() {
    int heads = numAttentionHeads;
    return new ModelConfig(
        architecture,
        vocabSize,
        hiddenSize,
        intermediateSize,
        numHiddenLayers,
        heads,
        numKeyValueHeads == 0 ? heads : numKeyValueHeads,
        headDim == 0 && heads > 0 ? hiddenSize / heads : headDim,
        maxPositionEmbeddings,
        rmsNormEps,
        ropeTheta,
        rotaryScaling,
        tieWordEmbeddings,
        attentionBias,
        attentionOutputBias,
        mlpBias,
        initializerRange,
        bosTokenId,
        eosTokenIds,
        padTokenId,
        dtype);
  }
}
