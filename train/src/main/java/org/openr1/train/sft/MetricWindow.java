package org.openr1.train.sft;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Measurements since the last logged step, combined as TRL logs them: loss is the mean over steps,
 * entropy and accuracy are means over micro-steps, the rest is that of the last step.
 */
final class MetricWindow {
  private double loss;
  private long steps;
  private double entropy;
  private double accuracy;
  private long microSteps;
  private double tokens;
  private double seconds;
  private final Map<String, Double> last = new LinkedHashMap<>();

  void add(SupervisedPass.Measurement measured) {
    entropy += measured.entropy();
    accuracy += measured.accuracy();
    microSteps++;
  }

  void endStep(
      double stepLoss,
      double gradientNorm,
      double learningRate,
      double epoch,
      long totalTokens,
      long stepTokens,
      double stepSeconds) {
    loss += stepLoss;
    steps++;
    tokens += stepTokens;
    seconds += stepSeconds;
    last.put("grad_norm", gradientNorm);
    last.put("learning_rate", learningRate);
    last.put("epoch", epoch);
    last.put("num_tokens", (double) totalTokens);
  }

  /** The metrics by TRL's names; starts a new window. */
  Map<String, Double> drain() {
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put("loss", loss / steps);
    metrics.putAll(last);
    metrics.put("entropy", entropy / microSteps);
    metrics.put("mean_token_accuracy", accuracy / microSteps);
    metrics.put("tokens_per_second", tokens / seconds);
    loss = 0;
    steps = 0;
    entropy = 0;
    accuracy = 0;
    microSteps = 0;
    tokens = 0;
    seconds = 0;
    return metrics;
  }

  Map<String, Object> state() {
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("loss", loss);
    state.put("steps", steps);
    state.put("entropy", entropy);
    state.put("accuracy", accuracy);
    state.put("micro_steps", microSteps);
    state.put("tokens", tokens);
    state.put("seconds", seconds);
    return state;
  }

  void restore(JsonNode state) {
    loss = state.path("loss").asDouble();
    steps = state.path("steps").asLong();
    entropy = state.path("entropy").asDouble();
    accuracy = state.path("accuracy").asDouble();
    microSteps = state.path("micro_steps").asLong();
    tokens = state.path("tokens").asDouble();
    seconds = state.path("seconds").asDouble();
  }
}
