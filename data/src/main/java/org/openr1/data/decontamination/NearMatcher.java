package org.openr1.data.decontamination;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PrimitiveIterator;
import java.util.stream.LongStream;
import org.openr1.data.duplicates.Words;

/**
 * Benchmark rows most of whose shingles are in a text.
 *
 * <p>Of a row's m different shingles at least k must be in the text, so one of its m - k + 1 rarest
 * is; only those are indexed (prefix filtering, Bayardo, Ma and Srikant 2007), and rows that share
 * stock phrases alone are never compared.
 */
final class NearMatcher implements Matcher {
  private final BenchmarkRows rows;
  private final int shingleWords;
  private final long[][] shingles;
  private final int[] needed;
  private final Map<Long, int[]> rare;
  private final int comparable;

  NearMatcher(BenchmarkRows rows, DecontaminationMethod.Near near) {
    this.rows = rows;
    this.shingleWords = near.shingleWords();
    this.shingles = new long[rows.size()][];
    this.needed = new int[rows.size()];
    int withWords = 0;
    for (int row = 0; row < shingles.length; row++) {
      long[] all = Words.of(rows.text(row)).shingles(shingleWords);
      shingles[row] = LongStream.of(all).distinct().toArray();
      needed[row] = (int) Math.ceil(near.threshold() * shingles[row].length - 1e-9);
      withWords += shingles[row].length > 0 ? 1 : 0;
    }
    this.comparable = withWords;
    this.rare = index();
  }

  private Map<Long, int[]> index() {
    Map<Long, Integer> frequencies = new HashMap<>();
    for (long[] row : shingles) {
      for (long shingle : row) {
        frequencies.merge(shingle, 1, Integer::sum);
      }
    }
    Map<Long, List<Integer>> lists = new HashMap<>();
    Comparator<Long> rarest =
        Comparator.<Long>comparingInt(shingle -> frequencies.getOrDefault(shingle, 0))
            .thenComparing(Comparator.naturalOrder());
    for (int row = 0; row < shingles.length; row++) {
      int current = row;
      LongStream.of(shingles[row])
          .boxed()
          .sorted(rarest)
          .limit(shingles[row].length - needed[row] + 1L)
          .filter(shingle -> shingles[current].length > 0)
          .forEach(
              shingle -> lists.computeIfAbsent(shingle, none -> new ArrayList<>()).add(current));
    }
    Map<Long, int[]> compact = HashMap.newHashMap(lists.size());
    lists.forEach(
        (shingle, list) ->
            compact.put(shingle, list.stream().mapToInt(Integer::intValue).toArray()));
    return compact;
  }

  @Override
  public int comparableRows() {
    return comparable;
  }

  @Override
  public boolean isContaminated(String text) {
    return new Query(text).rows().hasNext();
  }

  @Override
  public boolean[] flags(String text) {
    boolean[] flags = new boolean[rows.benchmarks().size()];
    new Query(text).rows().forEachRemaining((int row) -> flags[rows.benchmark(row)] = true);
    return flags;
  }

  @Override
  public Optional<Hit> first(String text) {
    Query query = new Query(text);
    PrimitiveIterator.OfInt found = query.rows();
    return found.hasNext() ? Optional.of(query.hit(List.of(found.nextInt()))) : Optional.empty();
  }

  @Override
  public List<Hit> check(String text) {
    Query query = new Query(text);
    List<Integer> found = new ArrayList<>();
    query.rows().forEachRemaining((int row) -> found.add(row));
    return rows.byBenchmark(found).values().stream().map(query::hit).toList();
  }

  /** One text against all rows. */
  private final class Query {
    private final LongSet own;
    private final BitSet candidates = new BitSet();

    Query(String text) {
      long[] all = Words.of(text).shingles(shingleWords);
      own = new LongSet(all);
      for (long shingle : all) {
        int[] with = rare.get(shingle);
        if (with != null) {
          Arrays.stream(with).forEach(candidates::set);
        }
      }
    }

    /** Rows of which enough is in the text, ascending, compared when asked for. */
    PrimitiveIterator.OfInt rows() {
      return candidates.stream().filter(row -> shared(row) >= needed[row]).iterator();
    }

    private int shared(int row) {
      int shared = 0;
      for (long shingle : shingles[row]) {
        shared += own.contains(shingle) ? 1 : 0;
      }
      return shared;
    }

    /** The hit for matching rows of one benchmark, at least one. */
    Hit hit(List<Integer> found) {
      int best = found.getFirst();
      for (int row : found) {
        if (similarity(row) > similarity(best)) {
          best = row;
        }
      }
      return new Hit(
          rows.name(best), rows.ids(found), evidence(best), shared(best), similarity(best));
    }

    private double similarity(int row) {
      return (double) shared(row) / shingles[row].length;
    }

    private String evidence(int row) {
      Words words = Words.of(rows.text(row));
      long[] all = words.shingles(shingleWords);
      int width = Math.min(shingleWords, words.count());
      String first = "";
      for (int i = 0; i < all.length; i++) {
        if (own.contains(all[i])) {
          String shingle = words.join(i, i + width);
          first = first.isEmpty() || PythonText.compare(shingle, first) < 0 ? shingle : first;
        }
      }
      return first;
    }
  }
}
