package org.openr1.data.curation.filter;

import java.util.Optional;
import java.util.OptionalInt;
import org.openr1.data.curation.CurationRow;
import org.openr1.data.curation.CurationStep;
import org.openr1.data.curation.Verdict;

/** Keeps rows of some levels. */
final class DifficultyStep implements CurationStep.RowFilter {
  /**
   * Keys.
   *
   * @param min least level
   * @param max greatest level
   * @param keepUnknown whether rows without a level stay; true by default
   */
  record Options(OptionalInt min, OptionalInt max, Optional<Boolean> keepUnknown) {}

  private final Options options;

  DifficultyStep(Options options) {
    this.options = options;
    if (options.min().orElse(1) > options.max().orElse(Integer.MAX_VALUE)) {
      throw new IllegalArgumentException("min is above max");
    }
  }

  @Override
  public String name() {
    return "difficulty";
  }

  @Override
  public Verdict check(CurationRow row) {
    int level = row.level();
    if (level == 0) {
      return options.keepUnknown().orElse(true)
          ? Verdict.KEEP
          : Drops.drop("unknown_level", "the row has no level");
    }
    if (level < options.min().orElse(1)) {
      return Drops.drop("too_easy", "level " + level);
    }
    return level > options.max().orElse(Integer.MAX_VALUE)
        ? Drops.drop("too_hard", "level " + level)
        : Verdict.KEEP;
  }
}
