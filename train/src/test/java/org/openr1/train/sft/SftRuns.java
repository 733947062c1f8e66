package org.openr1.train.sft;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.openr1.model.causal.CausalLm;
import org.openr1.model.causal.Precision;
import org.openr1.train.TinyModels;
import org.openr1.train.run.RandomStreams;
import org.openr1.train.run.StopSignal;
import org.openr1.train.run.TrainingListener;

/** A small run that the tests of the trainer share; its main is the child that gets killed. */
final class SftRuns {
  static final SftConfig CONFIG =
      SftConfig.of(
          Map.of(
              "learning_rate", 5e-3,
              "lr_scheduler_type", "cosine",
              "warmup_steps", 2,
              "per_device_train_batch_size", 4,
              "gradient_accumulation_steps", 2,
              "max_length", 16,
              "max_steps", 30,
              "save_steps", 3,
              "logging_steps", 2,
              "weight_decay", 0.01));

  private SftRuns() {}

  /** Rows of 4 to 12 tokens; the first two are the prompt. */
  static List<LabeledTokens> rows(int count) {
    RandomGenerator random = RandomStreams.of(5, "rows");
    List<LabeledTokens> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int[] ids = random.ints(random.nextInt(4, 13), 0, 24).toArray();
      int[] labels = ids.clone();
      Arrays.fill(labels, 0, 2, LabeledTokens.IGNORED);
      rows.add(LabeledTokens.of(ids, labels));
    }
    return rows;
  }

  /** Trains in a directory, continuing what is there, and gives the weights at the end. */
  static float[] train(Path directory, SftConfig config, StopSignal stop, TrainingListener listener)
      throws InterruptedException {
    List<LabeledTokens> rows = RowPreparation.prepare(rows(20), config);
    try (CausalLm model = TinyModels.llama(24, Precision.FP32)) {
      new SftTrainer(model, new DatasetSteps(rows, config), config, target -> {})
          .train(directory, stop, listener);
      return TinyModels.weights(model);
    }
  }

  public static void main(String[] arguments) throws InterruptedException {
    try (StopSignal stop = StopSignal.manual()) {
      train(
          Path.of(arguments[0]),
          CONFIG.with(Map.of("max_steps", Integer.parseInt(arguments[1]))),
          stop,
          TrainingListener.NONE);
    }
  }
}
