package org.openr1.train.run;

import org.jspecify.annotations.Nullable;
import org.openr1.train.optim.AdamWOptions;
import org.openr1.train.optim.LearningRateSchedule;

/**
 * What a {@link TrainingLoop} needs to know beside its task.
 *
 * @param totalSteps optimiser steps of the whole run
 * @param schedule learning rates
 * @param optimizer AdamW's constants
 * @param maxGradNorm limit of the global gradient norm; 0 = none
 * @param loggingSteps optimiser steps between rows of {@code metrics.jsonl}
 * @param saveSteps optimiser steps between checkpoints
 * @param saveTotalLimit checkpoints kept; null = all
 * @param saveSeconds a checkpoint is also written when the last one is so old; 0 = never
 * @param maxNonFiniteSteps skipped steps after which the run stops
 */
public record LoopOptions(
    long totalSteps,
    LearningRateSchedule schedule,
    AdamWOptions optimizer,
    double maxGradNorm,
    int loggingSteps,
    int saveSteps,
    @Nullable Integer saveTotalLimit,
    double saveSeconds,
    int maxNonFiniteSteps) {}
