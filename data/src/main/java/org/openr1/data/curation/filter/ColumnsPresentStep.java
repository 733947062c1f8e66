package org.openr1.data.curation.filter;

import java.util.List;
import org.openr1.data.curation.CurationRow;
import org.openr1.data.curation.CurationStep;
import org.openr1.data.curation.Verdict;

/** Drops rows in which a column is missing or blank. */
final class ColumnsPresentStep implements CurationStep.RowFilter {
  /** Keys. */
  record Options(List<String> columns) {}

  private final List<String> columns;

  ColumnsPresentStep(Options options) {
    this.columns = options.columns();
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("columns is empty: name at least one");
    }
  }

  @Override
  public String name() {
    return "columns_present";
  }

  @Override
  public Verdict check(CurationRow row) {
    for (String column : columns) {
      if (row.columns().getOrDefault(column, "").isBlank()) {
        return Drops.drop("no_" + column, "column '" + column + "' is missing or blank");
      }
    }
    return Verdict.KEEP;
  }
}
