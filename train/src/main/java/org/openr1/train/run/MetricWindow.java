package org.openr1.train.run;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Measurements since the last logged step: means of what was added, and last values. */
public final class MetricWindow {
  private final Map<String, double[]> sums = new LinkedHashMap<>();
  private final Map<String, Double> last = new LinkedHashMap<>();
  private double tokens;
  private double seconds;

  /** Adds to a mean over the window. */
  public void mean(String name, double value) {
    double[] sum = sums.computeIfAbsent(name, key -> new double[2]);
    sum[0] += value;
    sum[1]++;
  }

  /** Sets a value of which the last counts. */
  void last(String name, double value) {
    last.put(name, value);
  }

  void time(long stepTokens, double stepSeconds) {
    tokens += stepTokens;
    seconds += stepSeconds;
  }

  /** The metrics by name, the loss first; starts a new window. */
  Map<String, Double> drain() {
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put("loss", Double.NaN);
    sums.forEach((name, sum) -> metrics.put(name, sum[0] / sum[1]));
    metrics.putAll(last);
    metrics.put("tokens_per_second", tokens / seconds);
    sums.clear();
    last.clear();
    tokens = 0;
    seconds = 0;
    return metrics;
  }

  /** What a checkpoint between two logged steps must keep. */
  Map<String, Object> state() {
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("sums", new LinkedHashMap<>(sums));
    state.put("tokens", tokens);
    state.put("seconds", seconds);
    return state;
  }

  void restore(JsonNode state) {
    state
        .path("sums")
        .properties()
        .forEach(
            sum ->
                sums.put(
                    sum.getKey(),
                    new double[] {
                      sum.getValue().get(0).asDouble(), sum.getValue().get(1).asDouble()
                    }));
    tokens = state.path("tokens").asDouble();
    seconds = state.path("seconds").asDouble();
  }
}
