package org.openr1.data.curation.filter;

import java.util.Arrays;
import org.openr1.data.curation.CurationRow;
import org.openr1.data.curation.CurationStep.Decisions;
import org.openr1.data.curation.Verdict;

/**
 * Rows that a step drops, each with the number of an earlier row: 16 bytes each. Rows are added,
 * and asked for, in ascending order.
 */
final class DroppedRows implements Decisions {
  private final String reason;
  private long[] rows = new long[1_024];
  private long[] earlier = new long[1_024];
  private int count;
  private int next;

  DroppedRows(String reason) {
    this.reason = reason;
  }

  void add(long row, long earlierRow) {
    if (count == rows.length) {
      rows = Arrays.copyOf(rows, 2 * count);
      earlier = Arrays.copyOf(earlier, 2 * count);
    }
    rows[count] = row;
    earlier[count++] = earlierRow;
  }

  @Override
  public Verdict of(CurationRow row) {
    while (next < count && rows[next] < row.number()) {
      next++;
    }
    return next < count && rows[next] == row.number()
        ? Drops.drop(reason, "of row " + earlier[next])
        : Verdict.KEEP;
  }

  @Override
  public void close() {
    // Nothing to free.
  }
}
