package org.openr1.data.decontamination;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows of all benchmarks, numbered benchmark by benchmark in the order they were added. */
final class BenchmarkRows {
  private final List<String> benchmarks;
  private final List<Row> rows = new ArrayList<>();
  private final int[] benchmarkOf;

  /** A row's id and text. */
  record Row(String id, String text) {}

  BenchmarkRows(Map<String, List<Row>> byBenchmark) {
    benchmarks = List.copyOf(byBenchmark.keySet());
    byBenchmark.values().forEach(rows::addAll);
    benchmarkOf = new int[rows.size()];
    int row = 0;
    int benchmark = 0;
    for (List<Row> ofBenchmark : byBenchmark.values()) {
      Arrays.fill(benchmarkOf, row, row + ofBenchmark.size(), benchmark++);
      row += ofBenchmark.size();
    }
  }

  List<String> benchmarks() {
    return benchmarks;
  }

  int size() {
    return rows.size();
  }

  String text(int row) {
    return rows.get(row).text();
  }

  String id(int row) {
    return rows.get(row).id();
  }

  int benchmark(int row) {
    return benchmarkOf[row];
  }

  String name(int row) {
    return benchmarks.get(benchmarkOf[row]);
  }

  /** Ids of ascending rows. */
  List<String> ids(Collection<Integer> ascending) {
    return ascending.stream().map(this::id).toList();
  }

  /** Ascending rows by benchmark, in the order of the benchmarks. */
  Map<Integer, List<Integer>> byBenchmark(Iterable<Integer> ascending) {
    Map<Integer, List<Integer>> grouped = new LinkedHashMap<>();
    for (int row : ascending) {
      grouped.computeIfAbsent(benchmarkOf[row], none -> new ArrayList<>()).add(row);
    }
    return grouped;
  }
}
