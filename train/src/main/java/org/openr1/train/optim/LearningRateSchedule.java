package org.openr1.train.optim;

/**
 * A learning rate for every optimiser step, by transformers' formulas (spec Appendix C, traps 4).
 *
 * <p>Step 0 is the first update; the first update of a schedule with warm-up has rate 0 unless the
 * schedule warms up from a floor.
 */
public sealed interface LearningRateSchedule {
  /**
   * The learning rate used by an optimiser step.
   *
   * @param step the step, from 0; may lie past the end
   */
  double at(long step);

  /** The same rate at every step, without warm-up. */
  record Constant(double learningRate) implements LearningRateSchedule {
    @Override
    public double at(long step) {
      return learningRate;
    }
  }

  /** Linear warm-up, then constant. */
  record ConstantWithWarmup(double learningRate, long warmupSteps) implements LearningRateSchedule {
    @Override
    public double at(long step) {
      return step < warmupSteps ? learningRate * warmup(step, warmupSteps) : learningRate;
    }
  }

  /** Linear warm-up, then linear decay to 0 at {@code totalSteps}. */
  record Linear(double learningRate, long warmupSteps, long totalSteps)
      implements LearningRateSchedule {
    @Override
    public double at(long step) {
      if (step < warmupSteps) {
        return learningRate * warmup(step, warmupSteps);
      }
      double left = (double) (totalSteps - step) / Math.max(1, totalSteps - warmupSteps);
      return learningRate * Math.max(0, left);
    }
  }

  /** Linear warm-up, then half a cosine down to {@code minimumRatio} of the rate. */
  record Cosine(
      double learningRate, long warmupSteps, long totalSteps, double cycles, double minimumRatio)
      implements LearningRateSchedule {
    @Override
    public double at(long step) {
      if (step < warmupSteps) {
        return learningRate * warmup(step, warmupSteps);
      }
      double factor = cosine(cycles, progress(step, warmupSteps, totalSteps));
      return learningRate * Math.max(0, factor * (1 - minimumRatio) + minimumRatio);
    }
  }

  /** Linear warm-up, then {@code cycles} cosines, each starting again at the full rate. */
  record CosineWithRestarts(double learningRate, long warmupSteps, long totalSteps, double cycles)
      implements LearningRateSchedule {
    @Override
    public double at(long step) {
      if (step < warmupSteps) {
        return learningRate * warmup(step, warmupSteps);
      }
      double progress = progress(step, warmupSteps, totalSteps);
      return progress >= 1
          ? 0
          : learningRate * Math.max(0, 0.5 * (1 + Math.cos(Math.PI * (cycles * progress % 1))));
    }
  }

  /** Linear warm-up, then a power of the remaining share down to {@code finalLearningRate}. */
  record Polynomial(
      double learningRate,
      long warmupSteps,
      long totalSteps,
      double finalLearningRate,
      double power)
      implements LearningRateSchedule {
    @Override
    public double at(long step) {
      if (step < warmupSteps) {
        return learningRate * warmup(step, warmupSteps);
      }
      if (step > totalSteps) {
        return finalLearningRate;
      }
      double left = 1 - (double) (step - warmupSteps) / (totalSteps - warmupSteps);
      return (learningRate - finalLearningRate) * Math.pow(left, power) + finalLearningRate;
    }
  }

  /** Linear warm-up, then the inverse square root of the step over {@code timescale}. */
  record InverseSquareRoot(double learningRate, long warmupSteps, long timescale)
      implements LearningRateSchedule {
    @Override
    public double at(long step) {
      if (step < warmupSteps) {
        return learningRate * warmup(step, warmupSteps);
      }
      long shift = timescale - warmupSteps;
      return learningRate / Math.sqrt((double) (step + shift) / timescale);
    }
  }

  /** The curve of a warm-up or decay part of {@link WarmupStableDecay}. */
  enum Shape {
    LINEAR,
    COSINE,
    ONE_MINUS_SQRT;

    double rising(double progress) {
      return switch (this) {
        case LINEAR -> progress;
        case COSINE -> 0.5 * (1 - Math.cos(Math.PI * progress));
        case ONE_MINUS_SQRT -> 1 - Math.sqrt(1 - progress);
      };
    }

    double falling(double progress, double cycles) {
      return switch (this) {
        case LINEAR -> 1 - progress;
        case COSINE -> cosine(cycles, progress);
        case ONE_MINUS_SQRT -> 1 - Math.sqrt(progress);
      };
    }
  }

  /** Warm-up from the floor, constant, decay back to the floor {@code minimumRatio}. */
  record WarmupStableDecay(
      double learningRate,
      long warmupSteps,
      long stableSteps,
      long decaySteps,
      Shape warmupShape,
      Shape decayShape,
      double minimumRatio,
      double cycles)
      implements LearningRateSchedule {
    @Override
    public double at(long step) {
      if (step < warmupSteps) {
        return learningRate * floored(warmupShape.rising(warmup(step, warmupSteps)));
      }
      long decayed = step - warmupSteps - stableSteps;
      if (decayed < 0) {
        return learningRate;
      }
      if (decayed < decaySteps) {
        double progress = (double) decayed / Math.max(1, decaySteps);
        return learningRate * floored(decayShape.falling(progress, cycles));
      }
      return learningRate * minimumRatio;
    }

    private double floored(double factor) {
      return Math.max(0, factor * (1 - minimumRatio) + minimumRatio);
    }
  }

  private static double warmup(long step, long warmupSteps) {
    return (double) step / Math.max(1, warmupSteps);
  }

  private static double progress(long step, long warmupSteps, long totalSteps) {
    return (double) (step - warmupSteps) / Math.max(1, totalSteps - warmupSteps);
  }

  private static double cosine(double cycles, double progress) {
    return Math.max(0, 0.5 * (1 + Math.cos(Math.PI * cycles * 2 * progress)));
  }
}
