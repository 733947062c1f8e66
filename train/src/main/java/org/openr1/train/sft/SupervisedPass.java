package org.openr1.train.sft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.openr1.model.causal.CausalLm;
import org.openr1.model.causal.TokenLogprobs;
import org.openr1.train.run.GradientWorkers;

/** Forward and backward over one micro-batch; the head runs only where there is a target. */
final class SupervisedPass {
  private final GradientWorkers workers;
  private final SftLossType lossType;

  SupervisedPass(GradientWorkers workers, SftLossType lossType) {
    this.workers = workers;
    this.lossType = lossType;
  }

  /**
   * What a micro-batch gave.
   *
   * @param loss already divided by the targets of the whole step
   * @param entropy mean over the micro-batch's targets, in nats; 0 without targets
   * @param accuracy share of targets that were the most likely token; 0 without targets
   */
  record Measurement(double loss, double entropy, double accuracy) {
    private static final Measurement NONE = new Measurement(0, 0, 0);

    /** With a part that holds this share of all targets. */
    private Measurement plus(Measurement part, double share) {
      return new Measurement(
          loss + part.loss, entropy + share * part.entropy, accuracy + share * part.accuracy);
    }
  }

  /** Adds the micro-batch's gradient to the parameters. */
  Measurement backward(FlattenedBatch batch, long itemsInBatch) {
    int targets = batch.targetCount();
    if (targets == 0) {
      return Measurement.NONE;
    }
    List<FlattenedBatch> parts =
        batch.split(workers.count()).stream().filter(part -> part.targetCount() > 0).toList();
    List<Function<CausalLm, Measurement>> shares = new ArrayList<>();
    parts.forEach(part -> shares.add(model -> backward(model, part, itemsInBatch)));
    List<Measurement> measured = workers.run(shares);
    Measurement sum = Measurement.NONE;
    for (int i = 0; i < parts.size(); i++) {
      sum = sum.plus(measured.get(i), (double) parts.get(i).targetCount() / targets);
    }
    return sum;
  }

  private Measurement backward(CausalLm model, FlattenedBatch batch, long itemsInBatch) {
    try (PointerScope _ = new PointerScope()) {
      Tensor hidden = model.hidden(batch.tokens());
      TokenLogprobs scored =
          TokenLogprobs.of(model, hidden, batch.targetRows(), batch.targets(), 1);
      Tensor loss = lossType.loss(scored.logps(), itemsInBatch);
      loss.backward();
      return measure(loss, scored);
    }
  }

  private static Measurement measure(Tensor loss, TokenLogprobs scored) {
    return new Measurement(
        loss.item_float(),
        scored.entropy().mean().item_float(),
        scored.correct().mean().item_float());
  }

  /** {@code eval_loss}, {@code eval_entropy} and {@code eval_mean_token_accuracy} over rows. */
  static Map<String, Double> evaluate(
      CausalLm model, SftLossType lossType, List<LabeledTokens> rows, int batchSize) {
    double loss = 0;
    double entropy = 0;
    double accuracy = 0;
    long targets = 0;
    for (int from = 0; from < rows.size(); from += batchSize) {
      FlattenedBatch batch =
          FlattenedBatch.of(rows.subList(from, Math.min(rows.size(), from + batchSize)));
      int[] targetRows = batch.targetRows();
      if (targetRows.length > 0) {
        try (PointerScope _ = new PointerScope();
            NoGradGuard _ = new NoGradGuard()) {
          TokenLogprobs scored =
              TokenLogprobs.of(model, model.hidden(batch.tokens()), targetRows, batch.targets(), 1);
          Measurement measured = measure(lossType.loss(scored.logps(), 1), scored);
          loss += measured.loss();
          entropy += measured.entropy() * targetRows.length;
          accuracy += measured.accuracy() * targetRows.length;
          targets += targetRows.length;
        }
      }
    }
    if (targets == 0) {
      throw new IllegalArgumentException("no row has a target");
    }
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put("eval_loss", loss / targets);
    metrics.put("eval_entropy", entropy / targets);
    metrics.put("eval_mean_token_accuracy", accuracy / targets);
    return metrics;
  }
}
