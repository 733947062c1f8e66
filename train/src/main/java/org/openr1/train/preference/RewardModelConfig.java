package org.openr1.train.preference;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openr1.train.optim.AdamWOptions;
import org.openr1.train.optim.ScheduleOptions;
import org.openr1.train.run.ConfigChecks;
import org.openr1.train.run.LoopOptions;
import org.openr1.train.run.TrainerOptions;

/**
 * The options of reward-model training under TRL's names ({@code RewardConfig}), in YAML and JSON
 * in snake case.
 *
 * @param maxLength tokens of prompt and answer; pairs beyond it are left out
 * @param perDeviceTrainBatchSize pairs of a micro-step
 * @param gradientAccumulationSteps micro-steps of an optimiser step
 * @param numTrainEpochs passes over the pairs; unused when {@code maxSteps} is positive
 * @param maxSteps optimiser steps; not positive = from the epochs
 * @param warmupSteps below 1 a share of all steps, rounded up
 * @param maxGradNorm limit of the global gradient norm; 0 = none
 * @param loggingSteps optimiser steps between rows of {@code metrics.jsonl}
 * @param saveSteps optimiser steps between checkpoints
 * @param saveTotalLimit checkpoints kept; null = all
 * @param maxNonFiniteSteps own option: skipped steps after which the run stops
 */
public record RewardModelConfig(
    int maxLength,
    int perDeviceTrainBatchSize,
    int gradientAccumulationSteps,
    double numTrainEpochs,
    int maxSteps,
    double learningRate,
    String lrSchedulerType,
    Map<String, Object> lrSchedulerKwargs,
    double warmupSteps,
    double weightDecay,
    double adamBeta1,
    double adamBeta2,
    double adamEpsilon,
    double maxGradNorm,
    long seed,
    int loggingSteps,
    int saveSteps,
    @Nullable Integer saveTotalLimit,
    int maxNonFiniteSteps) {
  public RewardModelConfig {
    lrSchedulerKwargs = Map.copyOf(lrSchedulerKwargs);
    ConfigChecks.atLeast("max_length", maxLength, 1);
    ConfigChecks.atLeast("per_device_train_batch_size", perDeviceTrainBatchSize, 1);
    ConfigChecks.atLeast("gradient_accumulation_steps", gradientAccumulationSteps, 1);
    ConfigChecks.atLeast("logging_steps", loggingSteps, 1);
    ConfigChecks.atLeast("save_steps", saveSteps, 1);
    ConfigChecks.atLeast("max_non_finite_steps", maxNonFiniteSteps, 1);
    ConfigChecks.runLength(maxSteps, numTrainEpochs);
    ConfigChecks.notNegative("learning_rate", learningRate);
    ConfigChecks.notNegative("max_grad_norm", maxGradNorm);
  }

  /** TRL's defaults. */
  public static RewardModelConfig defaults() {
    return new RewardModelConfig(
        1024, // max_length
        8, // per_device_train_batch_size
        1, // gradient_accumulation_steps
        1.0, // num_train_epochs
        -1, // max_steps
        1e-4, // learning_rate
        "linear", // lr_scheduler_type
        Map.of(), // lr_scheduler_kwargs
        0, // warmup_steps
        0, // weight_decay
        0.9, // adam_beta1
        0.999, // adam_beta2
        1e-8, // adam_epsilon
        1.0, // max_grad_norm
        42, // seed
        1, // logging_steps
        500, // save_steps
        2, // save_total_limit
        10); // max_non_finite_steps
  }

  /**
   * The defaults with some options changed.
   *
   * @throws IllegalArgumentException for an unknown name or a value of the wrong type or range
   */
  public static RewardModelConfig of(Map<String, ?> options) {
    return TrainerOptions.bind(defaults(), options, RewardModelConfig.class);
  }

  /** For the training loop. */
  LoopOptions loop(long totalSteps) {
    return new LoopOptions(
        totalSteps,
        new ScheduleOptions(lrSchedulerType, warmupSteps, lrSchedulerKwargs)
            .schedule(learningRate, totalSteps),
        new AdamWOptions(adamBeta1, adamBeta2, adamEpsilon, weightDecay),
        maxGradNorm,
        loggingSteps,
        saveSteps,
        saveTotalLimit,
        0,
        maxNonFiniteSteps);
  }
}
