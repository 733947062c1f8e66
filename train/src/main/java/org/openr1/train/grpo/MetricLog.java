package org.openr1.train.grpo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Values gathered since the last log. What is logged is the mean of the entries that are numbers;
 * NaN if none is (written as null).
 */
final class MetricLog {
  private final SequencedMap<String, List<Double>> values = new LinkedHashMap<>();

  void add(String name, double value) {
    values.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
  }

  void addAll(Map<String, Double> metrics) {
    metrics.forEach(this::add);
  }

  SequencedMap<String, Double> drain() {
    SequencedMap<String, Double> means = new LinkedHashMap<>();
    values.forEach(
        (name, list) ->
            means.put(
                name, Advantages.mean(list.stream().mapToDouble(Double::doubleValue).toArray())));
    values.clear();
    return means;
  }
}
