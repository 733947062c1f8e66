package org.openr1.data.curation;

import java.util.function.Consumer;
import org.openr1.data.duplicates.SpillSpace;

/** A step of curation: it keeps rows or drops them with a reason, and never changes them. */
public sealed interface CurationStep {
  /** Its name in recipes, counts and {@code dropped.parquet}, such as {@code exact_duplicates}. */
  String name();

  /** Decides by the row alone. Thread-safe. */
  non-sealed interface RowFilter extends CurationStep {
    Verdict check(CurationRow row);
  }

  /** Decides by all rows together. */
  non-sealed interface SetFilter extends CurationStep {
    /**
     * Looks at all rows.
     *
     * @param spill for temporary files
     */
    Decisions decide(Rows rows, SpillSpace spill);
  }

  /** The rows before a step, in ascending order of their numbers; never all in memory. */
  interface Rows {
    long count();

    /** Visits every row; may be called again. */
    void forEach(Consumer<CurationRow> visitor);
  }

  /** What a {@link SetFilter} decided. */
  interface Decisions extends AutoCloseable {
    /** Called once for each row, in ascending order. */
    Verdict of(CurationRow row);

    @Override
    void close();
  }
}
