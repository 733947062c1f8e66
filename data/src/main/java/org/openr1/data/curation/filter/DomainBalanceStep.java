package org.openr1.data.curation.filter;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.openr1.data.curation.CurationRow;
import org.openr1.data.curation.CurationStep;
import org.openr1.data.curation.Verdict;
import org.openr1.data.duplicates.SpillSpace;

/** Limits the rows of each domain, which are drawn by seed. Eight bytes a row are kept. */
final class DomainBalanceStep implements CurationStep.SetFilter {
  private static final long MIX = 0x9E3779B97F4A7C15L;

  /**
   * Keys.
   *
   * @param maxRows most rows of a domain
   * @param maxShare most rows of a domain as a share of all rows before this step
   * @param seed of the draw, 42 by default
   */
  record Options(OptionalInt maxRows, OptionalDouble maxShare, OptionalLong seed) {}

  private static final class Ranks {
    private long[] values = new long[256];
    private int count;

    void add(long value) {
      if (count == values.length) {
        values = Arrays.copyOf(values, 2 * count);
      }
      values[count++] = value;
    }

    /** The greatest of the {@code most} least values. */
    long limit(long most) {
      if (most >= count) {
        return Long.MAX_VALUE;
      }
      Arrays.sort(values, 0, count);
      return values[(int) most - 1];
    }
  }

  private final Options options;
  private final long seed;

  DomainBalanceStep(Options options) {
    this.options = options;
    this.seed = options.seed().orElse(42);
    if (options.maxRows().isEmpty() && options.maxShare().isEmpty()) {
      throw new IllegalArgumentException("give max_rows or max_share");
    }
    double share = options.maxShare().orElse(1);
    if (options.maxRows().orElse(1) < 1 || !(share > 0 && share <= 1)) {
      throw new IllegalArgumentException(
          "max_rows must be at least 1 and max_share above 0 and at most 1");
    }
  }

  @Override
  public String name() {
    return "domain_balance";
  }

  @Override
  public Decisions decide(Rows rows, SpillSpace spill) {
    Map<String, Ranks> ranks = new HashMap<>();
    rows.forEach(row -> ranks.computeIfAbsent(row.domain(), domain -> new Ranks()).add(drawn(row)));
    long byShare =
        Math.max(1, (long) Math.floor(options.maxShare().orElse(1) * rows.count() + 1e-9));
    long most = Math.min(byShare, options.maxRows().orElse(Integer.MAX_VALUE));
    Map<String, Long> limits = new HashMap<>();
    ranks.forEach((domain, of) -> limits.put(domain, of.limit(most)));
    return new Answers(limits, most);
  }

  private long drawn(CurationRow row) {
    long value = (row.number() + 1) * MIX ^ seed;
    value = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    value = (value ^ (value >>> 27)) * 0x94D049BB133111EBL;
    return value ^ (value >>> 31);
  }

  private final class Answers implements Decisions {
    private final Map<String, Long> limits;
    private final long most;

    Answers(Map<String, Long> limits, long most) {
      this.limits = limits;
      this.most = most;
    }

    @Override
    public Verdict of(CurationRow row) {
      return drawn(row) <= limits.getOrDefault(row.domain(), Long.MAX_VALUE)
          ? Verdict.KEEP
          : Drops.drop(
              "over_represented", "%s has more than %d rows".formatted(row.domain(), most));
    }

    @Override
    public void close() {
      // Nothing to free.
    }
  }
}
