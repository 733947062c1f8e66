package org.openr1.data.curation.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.openr1.data.curation.CurationRow;
import org.openr1.data.curation.CurationStep;
import org.openr1.data.curation.Verdict;
import org.openr1.data.duplicates.Matches;
import org.openr1.data.duplicates.NearDuplicateOptions;
import org.openr1.data.duplicates.NearDuplicates;
import org.openr1.data.duplicates.SpillSpace;

/** Drops questions that are nearly the same as an earlier one that stays. */
final class NearDuplicateStep implements CurationStep.SetFilter {
  private static final int BATCH = 4_096;
  private static final int SHINGLE_WORDS = 5;
  private static final int PERMUTATIONS = 128;
  private static final double THRESHOLD = 0.8;

  /**
   * Keys.
   *
   * @param threshold Jaccard similarity of word shingles from which a row is dropped, 0.8 by
   *     default
   * @param shingleWords words of a shingle, 5 by default
   * @param permutations hash functions, 128 by default
   */
  record Options(OptionalDouble threshold, OptionalInt shingleWords, OptionalInt permutations) {}

  private final NearDuplicateOptions options;

  NearDuplicateStep(Options options) {
    this.options =
        NearDuplicateOptions.of(
            options.shingleWords().orElse(SHINGLE_WORDS),
            options.permutations().orElse(PERMUTATIONS),
            options.threshold().orElse(THRESHOLD));
  }

  @Override
  public String name() {
    return "near_duplicates";
  }

  @Override
  public Decisions decide(Rows rows, SpillSpace spill) {
    try (NearDuplicates near = new NearDuplicates(spill, options)) {
      spill.require(near.bytesPerRow() * rows.count());
      Signing signing = new Signing(near);
      rows.forEach(signing::add);
      signing.flush();
      return new Answers(near.finish());
    }
  }

  /** Signs rows by their rank, several at a time. */
  private static final class Signing {
    private final NearDuplicates near;
    private final List<String> texts = new ArrayList<>();
    private long first;

    Signing(NearDuplicates near) {
      this.near = near;
    }

    void add(CurationRow row) {
      texts.add(row.question());
      if (texts.size() == BATCH) {
        flush();
      }
    }

    void flush() {
      IntStream.range(0, texts.size()).parallel().forEach(i -> near.add(first + i, texts.get(i)));
      first += texts.size();
      texts.clear();
    }
  }

  private static final class Answers implements Decisions {
    private final Matches matches;
    private long rank;

    Answers(Matches matches) {
      this.matches = matches;
    }

    @Override
    public Verdict of(CurationRow row) {
      Optional<Matches.Match> match = matches.of(rank++);
      return match
          .map(
              m ->
                  Drops.drop(
                      "near_duplicate",
                      "similarity %.2f with the row of rank %d"
                          .formatted(m.similarity(), m.earlier())))
          .orElse(Verdict.KEEP);
    }

    @Override
    public void close() {
      // Nothing to free.
    }
  }
}
