package org.openr1.train.grpo;

import java.util.List;

/**
 * How per-token losses become one scalar (TRL's {@code loss_type}, spec 2.11). Every aggregation of
 * this family is a weighted sum over the tokens of the loss mask whose weight depends on the row
 * only, so a loss type is that weight. Because the weights follow from the masks alone, rows of a
 * whole accumulation window can be packed into any micro-batches without changing the gradient.
 */
public sealed interface LossType {

  /** The value of {@code loss_type}. */
  String name();

  /** Weight of each active token of a row in the loss of its micro-step. */
  double rowWeight(Denominators counts);

  /**
   * What the aggregations divide by.
   *
   * @param rowTokens active tokens (loss mask 1) of the row
   * @param rows rows of the micro-step, B
   * @param microStepTokens active tokens of the micro-step
   * @param generationTokens active tokens of the whole generation batch, M
   * @param accumulation micro-steps in the current accumulation window, GA'; 1 in evaluation
   * @param stepsPerGeneration S; 1 in evaluation
   * @param maxCompletionLength the option of that name
   */
  record Denominators(
      long rowTokens,
      int rows,
      long microStepTokens,
      long generationTokens,
      int accumulation,
      int stepsPerGeneration,
      int maxCompletionLength) {}

  /** Mean over rows of the row's token mean (DeepSeekMath, equation 3). */
  record Grpo() implements LossType {
    @Override
    public String name() {
      return "grpo";
    }

    @Override
    public double rowWeight(Denominators counts) {
      return 1.0 / ((double) Math.max(counts.rowTokens, 1) * counts.rows * counts.accumulation);
    }
  }

  /** Token mean over the micro-step. */
  record Bnpo() implements LossType {
    @Override
    public String name() {
      return "bnpo";
    }

    @Override
    public double rowWeight(Denominators counts) {
      return 1.0 / ((double) Math.max(counts.microStepTokens, 1) * counts.accumulation);
    }
  }

  /** Constant denominator, free of length bias (Dr. GRPO). */
  record DrGrpo() implements LossType {
    @Override
    public String name() {
      return "dr_grpo";
    }

    @Override
    public double rowWeight(Denominators counts) {
      return 1.0 / ((double) counts.rows * counts.maxCompletionLength * counts.accumulation);
    }
  }

  /**
   * Token mean over the generation batch, rescaled to one accumulation window (DAPO, equation 8;
   * spec Appendix C, 2.11).
   */
  record Dapo() implements LossType {
    @Override
    public String name() {
      return "dapo";
    }

    @Override
    public double rowWeight(Denominators counts) {
      return counts.stepsPerGeneration
          / ((double) Math.max(counts.generationTokens, 1) * counts.accumulation);
    }
  }

  /** Every loss type. */
  List<LossType> ALL = List.of(new Grpo(), new Bnpo(), new DrGrpo(), new Dapo());

  /** The loss type of that name; an error names the known ones. */
  static LossType byName(String name) {
    return ALL.stream()
        .filter(type -> type.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "loss_type is \"%s\"; it must be one of %s"
                        .formatted(name, ALL.stream().map(LossType::name).toList())));
  }
}
