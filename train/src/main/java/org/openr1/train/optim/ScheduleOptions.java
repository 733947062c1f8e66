package org.openr1.train.optim;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.openr1.train.optim.LearningRateSchedule.Shape;

/**
 * A learning-rate schedule as a recipe names it: transformers' {@code lr_scheduler_type}, {@code
 * warmup_steps} and {@code lr_scheduler_kwargs}.
 *
 * @param type one of {@link #TYPES}
 * @param warmupSteps warm-up steps; a value below 1 is a ratio of all steps, rounded up
 * @param arguments further arguments by transformers' names, for example {@code min_lr_rate}
 */
public record ScheduleOptions(String type, double warmupSteps, Map<String, Object> arguments) {
  /** The names this project knows. */
  public static final List<String> TYPES =
      List.of(
          "linear",
          "cosine",
          "cosine_with_min_lr",
          "cosine_with_restarts",
          "polynomial",
          "constant",
          "constant_with_warmup",
          "inverse_sqrt",
          "warmup_stable_decay");

  public ScheduleOptions {
    if (!TYPES.contains(type)) {
      throw new IllegalArgumentException("lr_scheduler_type " + type + " is none of " + TYPES);
    }
    if (!(warmupSteps >= 0)) {
      throw new IllegalArgumentException("warmup_steps " + warmupSteps + " is negative");
    }
    arguments = Map.copyOf(arguments);
  }

  /** Without further arguments. */
  public static ScheduleOptions of(String type, double warmupSteps) {
    return new ScheduleOptions(type, warmupSteps, Map.of());
  }

  /** Warm-up steps of a run; the product is taken in double and rounded up, as transformers do. */
  public long resolvedWarmup(long totalSteps) {
    return (long) (warmupSteps < 1 ? Math.ceil(totalSteps * warmupSteps) : warmupSteps);
  }

  /**
   * The schedule of a run.
   *
   * @param learningRate the peak rate
   * @param totalSteps optimiser steps of the whole run
   * @throws IllegalArgumentException for an argument that the type does not have
   */
  public LearningRateSchedule schedule(double learningRate, long totalSteps) {
    long warmup = resolvedWarmup(totalSteps);
    Arguments given = new Arguments(type, arguments);
    LearningRateSchedule schedule =
        switch (type) {
          case "constant" -> new LearningRateSchedule.Constant(learningRate);
          case "constant_with_warmup" ->
              new LearningRateSchedule.ConstantWithWarmup(learningRate, warmup);
          case "linear" -> new LearningRateSchedule.Linear(learningRate, warmup, totalSteps);
          case "cosine" ->
              new LearningRateSchedule.Cosine(
                  learningRate, warmup, totalSteps, given.number("num_cycles", 0.5), 0);
          case "cosine_with_min_lr" -> cosineWithMinimum(learningRate, warmup, totalSteps, given);
          case "cosine_with_restarts" ->
              new LearningRateSchedule.CosineWithRestarts(
                  learningRate, warmup, totalSteps, given.number("num_cycles", 1));
          case "polynomial" ->
              new LearningRateSchedule.Polynomial(
                  learningRate,
                  warmup,
                  totalSteps,
                  given.number("lr_end", 1e-7),
                  given.number("power", 1));
          case "inverse_sqrt" ->
              new LearningRateSchedule.InverseSquareRoot(
                  learningRate,
                  warmup,
                  (long) given.number("timescale", (double) (warmup == 0 ? 10_000 : warmup)));
          case "warmup_stable_decay" -> warmupStableDecay(learningRate, warmup, totalSteps, given);
          default -> throw new IllegalStateException(type);
        };
    given.refuseOthers();
    return schedule;
  }

  private static LearningRateSchedule cosineWithMinimum(
      double learningRate, long warmup, long totalSteps, Arguments given) {
    double absolute = given.number("min_lr", Double.NaN);
    double ratio = given.number("min_lr_rate", Double.NaN);
    if (Double.isNaN(absolute) == Double.isNaN(ratio)) {
      throw new IllegalArgumentException(
          "cosine_with_min_lr needs exactly one of min_lr and min_lr_rate");
    }
    double minimum = Double.isNaN(ratio) ? absolute / learningRate : ratio;
    return new LearningRateSchedule.Cosine(
        learningRate, warmup, totalSteps, given.number("num_cycles", 0.5), minimum);
  }

  private static LearningRateSchedule warmupStableDecay(
      double learningRate, long warmup, long totalSteps, Arguments given) {
    double decay = given.number("num_decay_steps", Double.NaN);
    if (Double.isNaN(decay)) {
      throw new IllegalArgumentException("warmup_stable_decay needs num_decay_steps");
    }
    // As for the warm-up, a value below 1 is a share of all steps.
    long decaySteps = (long) (decay < 1 ? Math.ceil(totalSteps * decay) : decay);
    return new LearningRateSchedule.WarmupStableDecay(
        learningRate,
        warmup,
        (long) given.number("num_stable_steps", (double) (totalSteps - warmup - decaySteps)),
        decaySteps,
        given.shape("warmup_type", "linear"),
        given.shape("decay_type", "cosine"),
        given.number("min_lr_ratio", 0),
        given.number("num_cycles", 0.5));
  }

  /** Reads the arguments by name and remembers which were asked for. */
  private record Arguments(String type, Map<String, Object> values, Set<String> asked) {
    Arguments(String type, Map<String, Object> values) {
      this(type, values, new HashSet<>());
    }

    double number(String name, double otherwise) {
      asked.add(name);
      Object value = values.getOrDefault(name, otherwise);
      if (value instanceof Number number) {
        return number.doubleValue();
      }
      throw new IllegalArgumentException(
          "lr_scheduler_kwargs." + name + " must be a number, not " + value);
    }

    Shape shape(String name, String otherwise) {
      asked.add(name);
      String value = Objects.toString(values.getOrDefault(name, otherwise));
      return switch (value.toLowerCase(Locale.ROOT)) {
        case "linear" -> Shape.LINEAR;
        case "cosine" -> Shape.COSINE;
        case "1-sqrt" -> Shape.ONE_MINUS_SQRT;
        default ->
            throw new IllegalArgumentException(
                "lr_scheduler_kwargs." + name + " " + value + " is none of linear, cosine, 1-sqrt");
      };
    }

    void refuseOthers() {
      for (String name : values.keySet()) {
        if (!asked.contains(name)) {
          throw new IllegalArgumentException(
              "lr_scheduler_kwargs." + name + " is no argument of " + type + "; it has " + asked);
        }
      }
    }
  }
}
