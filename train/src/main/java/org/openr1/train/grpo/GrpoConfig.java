package org.openr1.train.grpo;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openr1.train.run.ConfigChecks;
import org.openr1.train.run.TrainerOptions;

/**
 * The options of GRPO under TRL's names (TRL 1.16: {@code GRPOConfig}; in YAML and JSON each
 * component is written in snake case). Defaults are TRL's, except that completions are logged. The
 * last four components are this project's own.
 *
 * @param perDeviceTrainBatchSize completions (not prompts) of one micro-step
 * @param gradientAccumulationSteps micro-steps of one optimiser step
 * @param generationBatchSize completions sampled at once; at most one of this and {@code
 *     stepsPerGeneration} is given
 * @param stepsPerGeneration micro-steps that one generation feeds in one pass over it; null = the
 *     accumulation steps
 * @param numGenerations completions per prompt, the size of a group; at least 2
 * @param numIterations passes over one generation batch
 * @param maxCompletionLength sampling budget in tokens, also the constant of {@code dr_grpo}
 * @param topK 0 = off
 * @param minP null = off
 * @param beta weight of the KL term; 0 = no reference model
 * @param useBiasCorrectionKl multiply the KL estimate by the policy ratio
 * @param epsilon lower clip
 * @param epsilonHigh upper clip; null = {@code epsilon}
 * @param delta cap of the unclipped ratio; null = none
 * @param importanceSamplingLevel {@code token} or {@code sequence}
 * @param lossType see {@link LossType}
 * @param scaleRewards {@code group}, {@code batch} or {@code none}; true and false mean group and
 *     none
 * @param rewardWeights one weight per reward; null = all 1
 * @param multiObjectiveAggregation {@code sum_then_normalize} or {@code normalize_then_sum}
 * @param maskTruncatedCompletions leave completions without an end out of the loss
 * @param syncRefModel mix the policy into the reference every {@code refModelSyncSteps} steps with
 *     weight {@code refModelMixupAlpha}
 * @param useVllm whether the sampler counts as an engine of its own, whose log-probabilities are
 *     corrected for (the {@code vllm_importance_sampling_*} options)
 * @param warmupSteps below 1 a share of all steps, rounded up
 * @param maxSteps optimiser steps; not positive = from {@code numTrainEpochs}
 * @param saveSteps optimiser steps between checkpoints
 * @param saveTotalLimit checkpoints kept; null = all
 * @param logCompletions write every sampled completion with rewards and advantage to the run
 *     directory
 * @param tokensPerMicroBatch own option: most tokens (prompts included) in one forward and backward
 *     pass; changes memory and speed, not the result
 * @param skipZeroAdvantages own option: rows whose loss is constant (advantage 0 and {@code beta}
 *     0) get no backward pass; a pure speed-up
 * @param maxNonFiniteSteps own option: skipped steps (loss or gradient NaN or infinite) after which
 *     the run stops
 * @param samplingSlots own option: sequences decoded at the same time
 */
public record GrpoConfig(
    int perDeviceTrainBatchSize,
    int gradientAccumulationSteps,
    @Nullable Integer generationBatchSize,
    @Nullable Integer stepsPerGeneration,
    int numGenerations,
    int numIterations,
    int maxCompletionLength,
    double temperature,
    double topP,
    int topK,
    @Nullable Double minP,
    double repetitionPenalty,
    double beta,
    boolean useBiasCorrectionKl,
    double epsilon,
    @Nullable Double epsilonHigh,
    @Nullable Double delta,
    String importanceSamplingLevel,
    String lossType,
    String scaleRewards,
    @Nullable List<Double> rewardWeights,
    String multiObjectiveAggregation,
    boolean maskTruncatedCompletions,
    boolean syncRefModel,
    double refModelMixupAlpha,
    int refModelSyncSteps,
    boolean useVllm,
    boolean vllmImportanceSamplingCorrection,
    String vllmImportanceSamplingMode,
    @Nullable Double vllmImportanceSamplingClipMax,
    @Nullable Double vllmImportanceSamplingClipMin,
    double learningRate,
    double weightDecay,
    double adamBeta1,
    double adamBeta2,
    double adamEpsilon,
    double maxGradNorm,
    String lrSchedulerType,
    Map<String, Object> lrSchedulerKwargs,
    double warmupSteps,
    int maxSteps,
    double numTrainEpochs,
    long seed,
    boolean shuffleDataset,
    int saveSteps,
    @Nullable Integer saveTotalLimit,
    boolean logCompletions,
    int tokensPerMicroBatch,
    boolean skipZeroAdvantages,
    int maxNonFiniteSteps,
    int samplingSlots) {

  public GrpoConfig {
    scaleRewards =
        switch (scaleRewards) {
          case "true" -> "group";
          case "false" -> "none";
          default -> scaleRewards;
        };
    rewardWeights = rewardWeights == null ? null : List.copyOf(rewardWeights);
    lrSchedulerKwargs = Map.copyOf(lrSchedulerKwargs);
    ConfigChecks.atLeast("per_device_train_batch_size", perDeviceTrainBatchSize, 1);
    ConfigChecks.atLeast("gradient_accumulation_steps", gradientAccumulationSteps, 1);
    ConfigChecks.atLeast("num_generations", numGenerations, 2);
    ConfigChecks.atLeast("num_iterations", numIterations, 1);
    ConfigChecks.atLeast("max_completion_length", maxCompletionLength, 1);
    ConfigChecks.positive("temperature", temperature);
    ConfigChecks.within("top_p", topP, 0, 1);
    ConfigChecks.atLeast("top_k", topK, 0);
    if (minP != null) {
      ConfigChecks.within("min_p", minP, 0, 1);
    }
    ConfigChecks.positive("repetition_penalty", repetitionPenalty);
    ConfigChecks.notNegative("beta", beta);
    ConfigChecks.notNegative("epsilon", epsilon);
    if (epsilonHigh != null) {
      ConfigChecks.notNegative("epsilon_high", epsilonHigh);
    }
    if (delta != null) {
      ConfigChecks.positive("delta", delta);
    }
    ConfigChecks.oneOf("importance_sampling_level", importanceSamplingLevel, "token", "sequence");
    LossType.byName(lossType);
    ConfigChecks.oneOf("scale_rewards", scaleRewards, "group", "batch", "none");
    ConfigChecks.oneOf(
        "multi_objective_aggregation",
        multiObjectiveAggregation,
        "sum_then_normalize",
        "normalize_then_sum");
    ConfigChecks.within("ref_model_mixup_alpha", refModelMixupAlpha, 0, 1);
    ConfigChecks.atLeast("ref_model_sync_steps", refModelSyncSteps, 1);
    if (syncRefModel && beta == 0) {
      throw new IllegalArgumentException(
          "sync_ref_model is true but beta is 0: there is no reference model to synchronise");
    }
    SamplerCorrection.check(
        vllmImportanceSamplingMode, vllmImportanceSamplingClipMax, vllmImportanceSamplingClipMin);
    ConfigChecks.notNegative("learning_rate", learningRate);
    ConfigChecks.notNegative("weight_decay", weightDecay);
    ConfigChecks.within("adam_beta1", adamBeta1, 0, 1);
    ConfigChecks.within("adam_beta2", adamBeta2, 0, 1);
    ConfigChecks.notNegative("adam_epsilon", adamEpsilon);
    ConfigChecks.notNegative("max_grad_norm", maxGradNorm);
    ConfigChecks.notNegative("warmup_steps", warmupSteps);
    ConfigChecks.runLength(maxSteps, numTrainEpochs);
    ConfigChecks.atLeast("save_steps", saveSteps, 1);
    if (saveTotalLimit != null) {
      ConfigChecks.atLeast("save_total_limit", saveTotalLimit, 1);
    }
    ConfigChecks.atLeast("tokens_per_micro_batch", tokensPerMicroBatch, 1);
    ConfigChecks.atLeast("max_non_finite_steps", maxNonFiniteSteps, 0);
    ConfigChecks.atLeast("sampling_slots", samplingSlots, 1);
    GenerationPlan.of(
        perDeviceTrainBatchSize,
        gradientAccumulationSteps,
        generationBatchSize,
        stepsPerGeneration,
        numGenerations,
        numIterations);
  }

  /** TRL's defaults (spec 2.2 with the corrections of Appendix C). */
  public static GrpoConfig defaults() {
    return new GrpoConfig(
        8, // per_device_train_batch_size
        1, // gradient_accumulation_steps
        null, // generation_batch_size
        null, // steps_per_generation
        8, // num_generations
        1, // num_iterations
        512, // max_completion_length
        1.0, // temperature
        1.0, // top_p
        0, // top_k
        null, // min_p
        1.0, // repetition_penalty
        0.0, // beta
        true, // use_bias_correction_kl
        0.2, // epsilon
        null, // epsilon_high
        null, // delta
        "token", // importance_sampling_level
        "dapo", // loss_type
        "group", // scale_rewards
        null, // reward_weights
        "sum_then_normalize", // multi_objective_aggregation
        false, // mask_truncated_completions
        false, // sync_ref_model
        0.6, // ref_model_mixup_alpha
        512, // ref_model_sync_steps
        false, // use_vllm
        true, // vllm_importance_sampling_correction
        "sequence_mask", // vllm_importance_sampling_mode
        3.0, // vllm_importance_sampling_clip_max
        null, // vllm_importance_sampling_clip_min
        1e-6, // learning_rate
        0.0, // weight_decay
        0.9, // adam_beta1
        0.999, // adam_beta2
        1e-8, // adam_epsilon
        1.0, // max_grad_norm
        "linear", // lr_scheduler_type
        Map.of(), // lr_scheduler_kwargs
        0.0, // warmup_steps
        -1, // max_steps
        3.0, // num_train_epochs
        42, // seed
        true, // shuffle_dataset
        500, // save_steps
        null, // save_total_limit
        true, // log_completions
        16_384, // tokens_per_micro_batch
        true, // skip_zero_advantages
        10, // max_non_finite_steps
        256); // sampling_slots
  }

  /**
   * The defaults with the given options in their place.
   *
   * @param options TRL's names with JSON-like values
   * @throws IllegalArgumentException for an unknown name or a value out of range
   */
  public static GrpoConfig of(Map<String, ?> options) {
    return TrainerOptions.bind(defaults(), options, GrpoConfig.class);
  }

  /** How generation batches, micro-steps and optimiser steps relate under these options. */
  public GenerationPlan plan() {
    return GenerationPlan.of(
        perDeviceTrainBatchSize,
        gradientAccumulationSteps,
        generationBatchSize,
        stepsPerGeneration,
        numGenerations,
        numIterations);
  }

  /** The weights of {@code rewards} reward functions: given ones, or all 1. */
  public double[] rewardWeightsFor(int rewards) {
    if (rewardWeights == null) {
      double[] ones = new double[rewards];
      java.util.Arrays.fill(ones, 1.0);
      return ones;
    }
    if (rewardWeights.size() != rewards) {
      throw new IllegalArgumentException(
          "reward_weights has %d values for %d reward functions"
              .formatted(rewardWeights.size(), rewards));
    }
    return rewardWeights.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** Whether the sampler's log-probabilities are corrected for (spec 2.6). */
  public boolean correctsSampler() {
    return useVllm && vllmImportanceSamplingCorrection;
  }

  /**
   * Whether log-probabilities under the sampling policy are computed apart from the loss: needed
   * when the policy changes before a generation is used up, and by the sampler correction.
   * Otherwise the loss uses its own detached log-probabilities, so that the ratio is exactly 1
   * (spec 2.6).
   */
  public boolean needsOldLogprobs() {
    GenerationPlan plan = plan();
    return gradientAccumulationSteps % (plan.stepsPerGeneration() * numIterations) != 0
        || correctsSampler();
  }
}
