package org.openr1.data.decontamination;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openr1.data.decontamination.BenchmarkRows.Row;

/** Finds the benchmarks that a text overlaps with. Immutable and thread-safe. */
public final class BenchmarkIndex {
  private final DecontaminationMethod method;
  private final BenchmarkRows rows;
  private final Matcher matcher;

  private BenchmarkIndex(DecontaminationMethod method, BenchmarkRows rows) {
    this.method = method;
    this.rows = rows;
    this.matcher =
        switch (method) {
          case DecontaminationMethod.Ngrams ngrams -> new NgramMatcher(rows, ngrams.size());
          case DecontaminationMethod.Exact() -> new ExactMatcher(rows);
          case DecontaminationMethod.Near near -> new NearMatcher(rows, near);
        };
  }

  /** An index without rows so far. */
  public static Builder builder(DecontaminationMethod method) {
    return new Builder(requireNonNull(method));
  }

  /** How texts are compared. */
  public DecontaminationMethod method() {
    return method;
  }

  /** Names of the benchmarks in the order of their first rows. */
  public List<String> benchmarks() {
    return rows.benchmarks();
  }

  /** Number of benchmark rows. */
  public int rows() {
    return rows.size();
  }

  /** Benchmark rows that some text can overlap with; the others have too few words. */
  public int comparableRows() {
    return matcher.comparableRows();
  }

  /** One hit for each benchmark that the text overlaps with, in their order. */
  public List<Hit> check(String text) {
    return matcher.check(text);
  }

  /**
   * The first overlap in the text: fast, but its rows and numbers are those of this one n-gram (or,
   * for near matches, of one row).
   */
  public Optional<Hit> first(String text) {
    return matcher.first(text);
  }

  /** Whether the text overlaps with any benchmark; the fastest question. */
  public boolean isContaminated(String text) {
    return matcher.isContaminated(text);
  }

  /** For each of {@link #benchmarks()} whether the text overlaps with it; nearly as fast. */
  public boolean[] flags(String text) {
    return matcher.flags(text);
  }

  /** Collects benchmark rows. */
  public static final class Builder {
    private final DecontaminationMethod method;
    private final Map<String, List<Row>> rows = new LinkedHashMap<>();

    private Builder(DecontaminationMethod method) {
      this.method = method;
    }

    /** Adds a row of a benchmark. */
    public Builder add(String benchmark, String rowId, String text) {
      rows.computeIfAbsent(requireNonNull(benchmark), name -> new ArrayList<>())
          .add(new Row(requireNonNull(rowId), requireNonNull(text)));
      return this;
    }

    /**
     * Builds the index.
     *
     * @throws IllegalStateException if there are no rows: such an index would find everything clean
     */
    public BenchmarkIndex build() {
      if (rows.isEmpty()) {
        throw new IllegalStateException("no benchmark rows to compare with");
      }
      return new BenchmarkIndex(method, new BenchmarkRows(rows));
    }
  }
}
