package org.openr1.data.curation;

import java.util.Map;

/** What a step says of a row; measures are kept with the row either way. */
public sealed interface Verdict {
  /** Keep the row. */
  Verdict KEEP = new Keep(Map.of());

  /** Measures by short name, without the name of the step. */
  Map<String, String> measures();

  /** The row goes on. */
  record Keep(Map<String, String> measures) implements Verdict {
    public Keep {
      measures = Map.copyOf(measures);
    }
  }

  /**
   * The row is dropped.
   *
   * @param reason a short word that is counted, such as {@code no_answer}
   * @param detail what a reader needs to understand it, such as the earlier row
   */
  record Drop(String reason, String detail, Map<String, String> measures) implements Verdict {
    public Drop {
      measures = Map.copyOf(measures);
      if (reason.isBlank()) {
        throw new IllegalArgumentException("a drop needs a reason");
      }
    }
  }
}
