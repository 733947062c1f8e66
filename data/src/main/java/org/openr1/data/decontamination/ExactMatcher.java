package org.openr1.data.decontamination;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openr1.data.duplicates.Words;

/** Texts with the same words in the same order. */
final class ExactMatcher implements Matcher {
  private final BenchmarkRows rows;
  private final Map<String, List<Integer>> byWords = new HashMap<>();
  private final Set<Long> hashes = new HashSet<>();

  ExactMatcher(BenchmarkRows rows) {
    this.rows = rows;
    for (int row = 0; row < rows.size(); row++) {
      Words words = Words.of(rows.text(row));
      if (words.count() > 0) {
        hashes.add(hash(words));
        byWords.computeIfAbsent(words.joined(), none -> new ArrayList<>()).add(row);
      }
    }
  }

  private static long hash(Words words) {
    return words.shingles(words.count())[0];
  }

  @Override
  public int comparableRows() {
    return byWords.values().stream().mapToInt(List::size).sum();
  }

  @Override
  public boolean isContaminated(String text) {
    return !same(Words.of(text)).isEmpty();
  }

  @Override
  public boolean[] flags(String text) {
    boolean[] flags = new boolean[rows.benchmarks().size()];
    for (int row : same(Words.of(text))) {
      flags[rows.benchmark(row)] = true;
    }
    return flags;
  }

  @Override
  public Optional<Hit> first(String text) {
    return check(text).stream().findFirst();
  }

  @Override
  public List<Hit> check(String text) {
    Words words = Words.of(text);
    List<Hit> hits = new ArrayList<>();
    rows.byBenchmark(same(words))
        .forEach(
            (benchmark, found) ->
                hits.add(
                    new Hit(
                        rows.benchmarks().get(benchmark), rows.ids(found), words.joined(), 1, 1)));
    return hits;
  }

  private List<Integer> same(Words words) {
    // Most texts are told apart by the hash, without a string of their words.
    return words.count() > 0 && hashes.contains(hash(words))
        ? byWords.getOrDefault(words.joined(), List.of())
        : List.of();
  }
}
