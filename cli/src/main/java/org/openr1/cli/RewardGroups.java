package org.openr1.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openr1.data.io.JsonRow;
import org.openr1.data.io.RowSource;
import org.openr1.reward.RewardRow;

/**
 * Rows in the batches in which they are scored: one by one, or those of the same prompt that follow
 * each other. The first group of a run that is continued begins with its rows that are there.
 */
final class RewardGroups {
  private static final int MOST = 100_000;

  /**
   * A row.
   *
   * @param read what the function sees of it
   * @param written whether an earlier run wrote it
   */
  record Row(JsonRow row, RewardRow read, boolean written) {}

  private final RowSource source;
  private final boolean together;
  private List<Row> group = new ArrayList<>();
  private @Nullable Row following;

  RewardGroups(RowSource source, boolean together) {
    this.source = source;
    this.together = together;
  }

  /** Takes a row that an earlier run wrote. */
  void written(JsonRow row) {
    if (together) {
      Row known = new Row(row, RewardColumns.read(row), true);
      if (!belongs(known)) {
        group = new ArrayList<>();
      }
      group.add(known);
    }
  }

  private boolean belongs(Row row) {
    return group.isEmpty() || group.getLast().read().prompt().equals(row.read().prompt());
  }

  /** The next group, with at least one row that is not there yet; empty at the end. */
  List<Row> next() {
    Row row = following == null ? read() : following;
    following = null;
    if (row != null && !belongs(row)) {
      group = new ArrayList<>(); // Rows that are there, and complete as a group.
    }
    if (row == null) {
      return List.of();
    }
    while (row != null && belongs(row) && (together || group.isEmpty())) {
      if (group.size() == MOST) {
        throw row.row().failure("more than " + MOST + " rows of one prompt");
      }
      group.add(row);
      row = read();
    }
    following = row;
    List<Row> complete = group;
    group = new ArrayList<>();
    return complete;
  }

  private @Nullable Row read() {
    JsonRow row = source.next();
    return row == null ? null : new Row(row, RewardColumns.read(row), false);
  }
}
