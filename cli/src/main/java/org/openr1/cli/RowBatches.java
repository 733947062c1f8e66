package org.openr1.cli;

import java.util.ArrayList;
import java.util.List;
import org.openr1.data.io.JsonRow;
import org.openr1.data.io.RowSource;

/** Rows of a source, some at a time. */
final class RowBatches {
  private RowBatches() {}

  /** The next rows, at most so many; none at the end. */
  static List<JsonRow> next(RowSource source, int most) {
    List<JsonRow> rows = new ArrayList<>(most);
    while (rows.size() < most) {
      JsonRow row = source.next();
      if (row == null) {
        break;
      }
      rows.add(row);
    }
    return rows;
  }
}
