package org.openr1.train.grpo;

import org.jspecify.annotations.Nullable;
import org.openr1.train.run.ConfigChecks;

/**
 * How many completions one generation holds and how many micro-steps it feeds (spec 2.3).
 *
 * @param rowsPerMicroStep completions of one micro-step, B
 * @param accumulation micro-steps of one optimiser step, GA
 * @param stepsPerGeneration micro-steps of one pass over a generation, S
 * @param iterations passes over a generation, mu
 * @param groupSize completions per prompt, G
 */
public record GenerationPlan(
    int rowsPerMicroStep, int accumulation, int stepsPerGeneration, int iterations, int groupSize) {

  /** Resolves the two ways to give the size; errors name the options and their values. */
  static GenerationPlan of(
      int batch,
      int accumulation,
      @Nullable Integer generationBatchSize,
      @Nullable Integer stepsPerGeneration,
      int groupSize,
      int iterations) {
    if (generationBatchSize != null && stepsPerGeneration != null) {
      throw new IllegalArgumentException(
          "generation_batch_size (%d) and steps_per_generation (%d) exclude each other; give one"
              .formatted(generationBatchSize, stepsPerGeneration));
    }
    int steps;
    if (generationBatchSize != null) {
      ConfigChecks.atLeast("generation_batch_size", generationBatchSize, 1);
      if (generationBatchSize % batch != 0) {
        throw new IllegalArgumentException(
            "generation_batch_size %d is not a multiple of per_device_train_batch_size %d"
                .formatted(generationBatchSize, batch));
      }
      steps = generationBatchSize / batch;
    } else {
      steps = stepsPerGeneration == null ? accumulation : stepsPerGeneration;
    }
    ConfigChecks.atLeast("steps_per_generation", steps, 1);
    if ((long) batch * steps % groupSize != 0) {
      throw new IllegalArgumentException(
          ("the generation batch of %d completions (per_device_train_batch_size %d x"
                  + " steps_per_generation %d) is not a multiple of num_generations %d")
              .formatted((long) batch * steps, batch, steps, groupSize));
    }
    return new GenerationPlan(batch, accumulation, steps, iterations, groupSize);
  }

  /** Completions of one generation, N. */
  public int rowsPerGeneration() {
    return rowsPerMicroStep * stepsPerGeneration;
  }

  /** Prompts of one generation, N / G. */
  public int promptsPerGeneration() {
    return rowsPerGeneration() / groupSize;
  }

  /** Micro-steps between two generations, S x mu. */
  public int microStepsPerGeneration() {
    return stepsPerGeneration * iterations;
  }

  /** Whole generations that one pass over {@code prompts} prompts gives; the rest is dropped. */
  public int generationsPerEpoch(int prompts) {
    return prompts / promptsPerGeneration();
  }

  /** Micro-steps and optimiser steps of training on {@code prompts} prompts. */
  public AccumulationWindows steps(int prompts, int maxSteps, double epochs) {
    int generations = generationsPerEpoch(prompts);
    if (generations == 0) {
      throw new IllegalArgumentException(
          "%d prompts do not fill one generation batch of %d prompts (%d completions / %d)"
              .formatted(prompts, promptsPerGeneration(), rowsPerGeneration(), groupSize));
    }
    return AccumulationWindows.of(
        generations * microStepsPerGeneration(), accumulation, maxSteps, epochs);
  }
}
