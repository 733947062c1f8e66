package org.openr1.train.sft;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openr1.train.optim.AdamWOptions;
import org.openr1.train.optim.ScheduleOptions;
import org.openr1.train.run.ConfigChecks;
import org.openr1.train.run.LoopOptions;
import org.openr1.train.run.TrainerOptions;

/**
 * The options of supervised training under TRL's names (TRL 1.16: {@code SFTConfig}; in YAML and
 * JSON each component is written in snake case). Defaults are TRL's. The last two components are
 * this project's own.
 *
 * @param maxLength limit of a row in tokens, and the block size of packing; null = no limit
 * @param truncationMode {@code keep_start} or {@code keep_end}
 * @param packing whether rows are packed
 * @param packingStrategy {@code bfd}, {@code bfd_split} or {@code wrapped}
 * @param completionOnlyLoss whether only completions are targets; null = exactly when rows have a
 *     prompt and a completion
 * @param assistantOnlyLoss whether only what the assistant wrote is a target (needs a template with
 *     generation marks)
 * @param lossType {@code nll} or {@code dft}
 * @param shuffleDataset whether rows are shuffled before packing
 * @param dataOrder {@code shuffled} draws a new order every epoch, {@code sequential} keeps it
 * @param perDeviceTrainBatchSize rows of a micro-step
 * @param gradientAccumulationSteps micro-steps of an optimiser step
 * @param numTrainEpochs passes over the data, possibly a fraction; unused when {@code maxSteps} is
 *     positive
 * @param maxSteps optimiser steps; not positive = from the epochs
 * @param warmupSteps below 1 a share of all steps, rounded up
 * @param maxGradNorm limit of the global gradient norm; 0 = none
 * @param loggingSteps optimiser steps between rows of {@code metrics.jsonl}
 * @param saveSteps optimiser steps between checkpoints
 * @param saveTotalLimit checkpoints kept; null = all
 * @param saveSeconds own option: a checkpoint is also written when the last one is so old; 0 =
 *     never
 * @param maxNonFiniteSteps own option: skipped steps (loss or gradient NaN or infinite) after which
 *     the run stops
 */
public record SftConfig(
    @Nullable Integer maxLength,
    String truncationMode,
    boolean packing,
    String packingStrategy,
    @Nullable Boolean completionOnlyLoss,
    boolean assistantOnlyLoss,
    String lossType,
    boolean shuffleDataset,
    String dataOrder,
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
    double saveSeconds,
    int maxNonFiniteSteps) {
  /** Checks ranges and what does not go together. */
  public SftConfig {
    lrSchedulerKwargs = Map.copyOf(lrSchedulerKwargs);
    Labels.TruncationMode.byName(truncationMode);
    PackingStrategy.byName(packingStrategy);
    SftLossType.byName(lossType);
    ConfigChecks.oneOf("data_order", dataOrder, "shuffled", "sequential");
    if (maxLength != null) {
      ConfigChecks.atLeast("max_length", maxLength, 1);
    } else if (packing) {
      throw new IllegalArgumentException("packing needs max_length, which is null");
    }
    ConfigChecks.atLeast("per_device_train_batch_size", perDeviceTrainBatchSize, 1);
    ConfigChecks.atLeast("gradient_accumulation_steps", gradientAccumulationSteps, 1);
    ConfigChecks.atLeast("logging_steps", loggingSteps, 1);
    ConfigChecks.atLeast("save_steps", saveSteps, 1);
    ConfigChecks.atLeast("max_non_finite_steps", maxNonFiniteSteps, 1);
    if (saveTotalLimit != null) {
      ConfigChecks.atLeast("save_total_limit", saveTotalLimit, 1);
    }
    ConfigChecks.runLength(maxSteps, numTrainEpochs);
    ConfigChecks.notNegative("learning_rate", learningRate);
    ConfigChecks.notNegative("max_grad_norm", maxGradNorm);
    ConfigChecks.notNegative("save_seconds", saveSeconds);
  }

  /** TRL's defaults. */
  public static SftConfig defaults() {
    return new SftConfig(
        1024, // max_length
        "keep_start", // truncation_mode
        false, // packing
        "bfd", // packing_strategy
        null, // completion_only_loss
        false, // assistant_only_loss
        "nll", // loss_type
        false, // shuffle_dataset
        "shuffled", // data_order
        8, // per_device_train_batch_size
        1, // gradient_accumulation_steps
        3.0, // num_train_epochs
        -1, // max_steps
        2e-5, // learning_rate
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
        0, // save_seconds
        10); // max_non_finite_steps
  }

  /**
   * The defaults with some options changed.
   *
   * @param options by TRL's names, such as {@code learning_rate}
   * @throws IllegalArgumentException for an unknown name or a value of the wrong type or range
   */
  public static SftConfig of(Map<String, ?> options) {
    return defaults().with(options);
  }

  /** This configuration with some options changed; see {@link #of}. */
  public SftConfig with(Map<String, ?> options) {
    return TrainerOptions.bind(this, options, SftConfig.class);
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
        saveSeconds,
        maxNonFiniteSteps);
  }
}
