package org.openr1.data.curation.filter;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.openr1.data.curation.CurationRow;
import org.openr1.data.curation.CurationStep;
import org.openr1.data.curation.Verdict;
import org.openr1.data.decontamination.BenchmarkIndex;
import org.openr1.data.decontamination.DecontaminationMethod;
import org.openr1.data.decontamination.Hit;
import org.openr1.data.io.DataFiles;
import org.openr1.data.io.JsonRow;
import org.openr1.data.io.RowSource;

/** Drops questions that overlap with a row of a benchmark. */
final class DecontaminateStep implements CurationStep.RowFilter {
  private static final int NGRAM = 13;
  private static final int SHINGLE_WORDS = 3;
  private static final double THRESHOLD = 0.7;
  private static final List<String> QUESTIONS =
      List.of(
          "problem", "question", "Question", "ori_question", "question_content", "prompt", "text");

  /**
   * Keys.
   *
   * @param benchmarks at least one
   * @param method {@code ngram} (default), {@code exact} or {@code near}
   * @param n words of an n-gram: 13 by default; open-r1's script has 8, the paper 10
   * @param threshold share of a row's shingles that make a near match, 0.7 by default
   * @param shingleWords words of such a shingle, 3 by default
   */
  record Options(
      List<BenchmarkFiles> benchmarks,
      Optional<String> method,
      OptionalInt n,
      OptionalDouble threshold,
      OptionalInt shingleWords) {}

  /**
   * A benchmark.
   *
   * @param name in reasons
   * @param path a file, folder or dataset directory
   * @param column of the question; by default the first there is of {@code problem, question, ...}
   */
  record BenchmarkFiles(
      String name,
      String path,
      Optional<String> configuration,
      Optional<String> split,
      Optional<String> column) {}

  private final BenchmarkIndex index;

  DecontaminateStep(Options options) {
    if (options.benchmarks().isEmpty()) {
      throw new IllegalArgumentException("benchmarks is empty: name at least one");
    }
    BenchmarkIndex.Builder builder = BenchmarkIndex.builder(method(options));
    options.benchmarks().forEach(benchmark -> read(benchmark, builder));
    this.index = builder.build();
  }

  private static DecontaminationMethod method(Options options) {
    String name = options.method().orElse("ngram").toLowerCase(Locale.ROOT);
    return switch (name) {
      case "ngram" -> DecontaminationMethod.ngrams(options.n().orElse(NGRAM));
      case "exact" -> DecontaminationMethod.exact();
      case "near" ->
          new DecontaminationMethod.Near(
              options.shingleWords().orElse(SHINGLE_WORDS), options.threshold().orElse(THRESHOLD));
      default ->
          throw new IllegalArgumentException(
              "method must be ngram, exact or near, not '" + name + "'");
    };
  }

  private static void read(BenchmarkFiles benchmark, BenchmarkIndex.Builder builder) {
    for (Path file :
        DataFiles.find(
            benchmark.path(), benchmark.configuration().orElse(""), benchmark.split().orElse(""))) {
      try (RowSource rows = RowSource.open(file)) {
        for (JsonRow row = rows.next(); row != null; row = rows.next()) {
          String column = benchmark.column().orElse(QUESTIONS.getFirst());
          if (benchmark.column().isEmpty()) {
            for (String name : QUESTIONS) {
              if (row.fields().path(name).isString()) {
                column = name;
                break;
              }
            }
          }
          builder.add(benchmark.name(), Long.toString(row.line()), row.text(column));
        }
      }
    }
  }

  @Override
  public String name() {
    return "decontaminate";
  }

  @Override
  public Verdict check(CurationRow row) {
    Optional<Hit> hit = index.first(row.question());
    return hit.map(
            found ->
                (Verdict)
                    new Verdict.Drop(
                        found.benchmark(),
                        "row %s: %s".formatted(found.rowIds().getFirst(), found.evidence()),
                        Map.of()))
        .orElse(Verdict.KEEP);
  }
}
