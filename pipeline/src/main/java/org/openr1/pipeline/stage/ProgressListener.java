package org.openr1.pipeline.stage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.openr1.train.run.TrainingListener;

/** Shows a trainer's steps: the figures a reader follows, with moving averages. */
final class ProgressListener implements TrainingListener {
  private static final double KEPT = 0.8;
  private static final Map<String, String> SHOWN = shown();

  private final StageProgress progress;
  private final Map<String, Double> moving = new LinkedHashMap<>();

  ProgressListener(StageProgress progress) {
    this.progress = progress;
  }

  private static Map<String, String> shown() {
    Map<String, String> shown = new LinkedHashMap<>();
    shown.put("rewards/accuracy_reward/mean", "accuracy");
    shown.put("reward", "reward");
    shown.put("completions/mean_length", "length");
    shown.put("mean_token_accuracy", "token accuracy");
    shown.put("loss", "loss");
    return shown;
  }

  private static final List<String> SPEEDS =
      List.of("tokens_per_second", "progress/tokens_per_second");

  @Override
  public void onStep(long step, long totalSteps, Map<String, Double> metrics) {
    SequencedMap<String, Double> figures = new LinkedHashMap<>();
    SHOWN.forEach(
        (key, label) -> {
          Double value = metrics.get(key);
          if (value != null && Double.isFinite(value)) {
            figures.put(
                label, moving.merge(key, value, (old, now) -> KEPT * old + (1 - KEPT) * now));
          }
        });
    for (String key : SPEEDS) {
      Double value = metrics.get(key);
      if (value != null) {
        figures.put("tokens/s", value);
      }
    }
    progress.step(step, totalSteps, figures);
  }

  @Override
  public void onMessage(String message) {
    progress.note("  " + message);
  }
}
