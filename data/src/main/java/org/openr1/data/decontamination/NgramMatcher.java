package org.openr1.data.decontamination;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Common n-grams, as open-r1's {@code decontaminate.py} finds them. */
final class NgramMatcher implements Matcher {
  private final BenchmarkRows rows;
  private final NgramScanner scanner;
  private final NgramTable table;
  private final int[][] benchmarksOf;
  private final int comparable;

  NgramMatcher(BenchmarkRows rows, int size) {
    this.rows = rows;
    this.scanner = new NgramScanner(size);
    String[] texts = new String[rows.size()];
    NgramTable.Builder builder = new NgramTable.Builder(texts);
    int[] ngrams = {0};
    int longEnough = 0;
    for (int i = 0; i < texts.length; i++) {
      int row = i;
      String lowered = PythonText.lower(rows.text(row));
      texts[row] = NgramScanner.normalised(lowered, 0, lowered.length());
      int before = ngrams[0];
      scanner.scan(
          texts[row],
          (hash, source, start, end) -> {
            builder.add(row, hash, start, end);
            ngrams[0]++;
            return true;
          });
      longEnough += ngrams[0] > before ? 1 : 0;
    }
    this.comparable = longEnough;
    this.table = builder.build();
    this.benchmarksOf = new int[builder.count()][];
    for (int ngram = 0; ngram < benchmarksOf.length; ngram++) {
      benchmarksOf[ngram] =
          IntStream.of(table.rows(ngram)).map(rows::benchmark).distinct().toArray();
    }
  }

  @Override
  public int comparableRows() {
    return comparable;
  }

  @Override
  public boolean isContaminated(String text) {
    return firstNgram(text) >= 0;
  }

  private int firstNgram(String text) {
    int[] found = {-1};
    scanner.scan(
        text,
        (hash, source, start, end) -> {
          found[0] = table.find(hash, source, start, end);
          return found[0] < 0;
        });
    return found[0];
  }

  @Override
  public boolean[] flags(String text) {
    boolean[] flags = new boolean[rows.benchmarks().size()];
    int[] missing = {flags.length};
    scanner.scan(
        text,
        (hash, source, start, end) -> {
          int ngram = table.find(hash, source, start, end);
          if (ngram >= 0) {
            for (int benchmark : benchmarksOf[ngram]) {
              missing[0] -= flags[benchmark] ? 0 : 1;
              flags[benchmark] = true;
            }
          }
          return missing[0] > 0;
        });
    return flags;
  }

  @Override
  public Optional<Hit> first(String text) {
    int ngram = firstNgram(text);
    if (ngram < 0) {
      return Optional.empty();
    }
    int benchmark = benchmarksOf[ngram][0];
    Found found = new Found();
    found.add(table.text(ngram), table.rows(ngram), benchmark);
    return Optional.of(found.hit(benchmark, Math.max(1, different(text))));
  }

  @Override
  public List<Hit> check(String text) {
    Set<Integer> ngrams = new HashSet<>();
    scanner.scan(
        text,
        (hash, source, start, end) -> {
          int ngram = table.find(hash, source, start, end);
          if (ngram >= 0) {
            ngrams.add(ngram);
          }
          return true;
        });
    if (ngrams.isEmpty()) {
      return List.of();
    }
    Map<Integer, Found> byBenchmark = new TreeMap<>();
    for (int ngram : ngrams) {
      String words = table.text(ngram);
      for (int benchmark : benchmarksOf[ngram]) {
        byBenchmark
            .computeIfAbsent(benchmark, none -> new Found())
            .add(words, table.rows(ngram), benchmark);
      }
    }
    int different = different(text);
    List<Hit> hits = new ArrayList<>();
    byBenchmark.forEach((benchmark, found) -> hits.add(found.hit(benchmark, different)));
    return hits;
  }

  /** Number of different n-grams of a text. */
  private int different(String text) {
    Set<Long> hashes = new HashSet<>();
    scanner.scan(
        text,
        (hash, source, start, end) -> {
          hashes.add(hash);
          return true;
        });
    return hashes.size();
  }

  /** What a text has in common with one benchmark. */
  private final class Found {
    private int count;
    private @Nullable String first;
    private final TreeSet<Integer> inRows = new TreeSet<>();

    void add(String words, int[] ngramRows, int benchmark) {
      count++;
      if (first == null || PythonText.compare(words, first) < 0) {
        first = words;
      }
      for (int row : ngramRows) {
        if (rows.benchmark(row) == benchmark) {
          inRows.add(row);
        }
      }
    }

    Hit hit(int benchmark, int different) {
      return new Hit(
          rows.benchmarks().get(benchmark),
          rows.ids(inRows),
          first == null ? "" : first,
          count,
          (double) count / different);
    }
  }
}
