package org.openr1.data.decontamination;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import tools.jackson.databind.JsonNode;

/**
 * Rows a second of DAPO's questions against MATH-500 and AIME 2024 together, beside the 12,000 of
 * open-r1's script. Arguments: seconds a measurement, n, both optional.
 */
final class DecontaminationSpeed {
  private static final double REFERENCE = 12_000;

  private DecontaminationSpeed() {}

  public static void main(String[] arguments) throws Exception {
    double seconds = arguments.length > 0 ? Double.parseDouble(arguments[0]) : 3;
    int size = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 8;
    List<String> texts =
        SharedFiles.data("dapo_math/train.jsonl").stream()
            .map(row -> row.get("question").asString())
            .toList();
    for (DecontaminationMethod method :
        List.of(
            DecontaminationMethod.ngrams(size),
            DecontaminationMethod.exact(),
            DecontaminationMethod.near())) {
      BenchmarkIndex.Builder builder = BenchmarkIndex.builder(method);
      add(builder, "math_500", "math500/test.jsonl");
      add(builder, "aime_2024", "aime24/test.jsonl");
      BenchmarkIndex index = builder.build();
      measure(texts, index, 1, 1);
      for (int threads = 1; threads <= 2; threads++) {
        double rate = measure(texts, index, threads, seconds);
        System.out.printf(
            "%s, %d thread(s): %,.0f rows/s, %.1f times open-r1's script%n",
            method, threads, rate, rate / REFERENCE);
      }
    }
  }

  private static void add(BenchmarkIndex.Builder builder, String name, String file) {
    int row = 0;
    for (JsonNode problem : SharedFiles.data(file)) {
      builder.add(name, Integer.toString(row++), problem.get("problem").asString());
    }
  }

  private static double measure(
      List<String> texts, BenchmarkIndex index, int threads, double seconds) throws Exception {
    long start = System.nanoTime();
    long end = start + (long) (seconds * 1e9);
    List<Callable<Long>> tasks = new ArrayList<>();
    for (int thread = 0; thread < threads; thread++) {
      tasks.add(() -> rows(texts, index, end));
    }
    long rows = 0;
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      for (Future<Long> counted : pool.invokeAll(tasks)) {
        rows += counted.get();
      }
    }
    return rows / ((System.nanoTime() - start) / 1e9);
  }

  private static long rows(List<String> texts, BenchmarkIndex index, long end) {
    long rows = 0;
    long flagged = 0;
    while (System.nanoTime() < end) {
      for (String text : texts) {
        for (boolean flag : index.flags(text)) {
          flagged += flag ? 1 : 0;
        }
      }
      rows += texts.size();
    }
    if (flagged < 0) {
      throw new AssertionError("never, but the work cannot be left out");
    }
    return rows;
  }
}
