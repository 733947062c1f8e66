package org.openr1.data.curation.filter;

import java.util.Optional;
import java.util.OptionalLong;
import org.openr1.data.curation.CurationStep;
import org.openr1.data.duplicates.ExactDuplicates;
import org.openr1.data.duplicates.SpillSpace;
import org.openr1.data.duplicates.TextNormalisation;

/** Drops questions that came before; the first stays. */
final class ExactDuplicateStep implements CurationStep.SetFilter {
  /**
   * Keys.
   *
   * @param normalisation what two questions may differ in: {@code none} (default) or {@code
   *     folded}, that is case, white space and punctuation
   */
  record Options(Optional<String> normalisation) {}

  private final TextNormalisation normalisation;

  ExactDuplicateStep(Options options) {
    String name = options.normalisation().orElse("none");
    this.normalisation =
        switch (name) {
          case "none" -> TextNormalisation.NONE;
          case "folded" -> TextNormalisation.FOLDED;
          default ->
              throw new IllegalArgumentException(
                  "normalisation must be none or folded, not '" + name + "'");
        };
  }

  @Override
  public String name() {
    return "exact_duplicates";
  }

  @Override
  public Decisions decide(Rows rows, SpillSpace spill) {
    DroppedRows dropped = new DroppedRows("duplicate");
    try (ExactDuplicates seen = new ExactDuplicates(spill, rows.count(), normalisation)) {
      rows.forEach(
          row -> {
            OptionalLong earlier = seen.firstSeen(row.number(), row.question());
            earlier.ifPresent(first -> dropped.add(row.number(), first));
          });
    }
    return dropped;
  }
}
