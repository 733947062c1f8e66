package org.openr1.data.curation.filter;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.openr1.data.curation.CurationRow;
import org.openr1.data.curation.CurationStep;
import org.openr1.data.curation.Verdict;
import org.openr1.verify.language.LanguageConsistency;

/** Keeps questions most of whose words are in one of some languages. */
final class LanguageStep implements CurationStep.RowFilter {
  private static final double SHARE = 0.5;

  /**
   * Keys.
   *
   * @param languages ISO 639-1 codes
   * @param minShare of the words whose language can be told, 0.5 by default
   */
  record Options(List<String> languages, OptionalDouble minShare) {}

  private final List<String> languages;
  private final double least;

  LanguageStep(Options options) {
    this.languages = options.languages();
    this.least = options.minShare().orElse(SHARE);
    if (languages.isEmpty()) {
      throw new IllegalArgumentException("languages is empty: name at least one");
    }
    // A language that is not known is refused at once.
    languages.forEach(language -> LanguageConsistency.ofRealText("word", language));
  }

  @Override
  public String name() {
    return "language";
  }

  @Override
  public Verdict check(CurationRow row) {
    double best = -1;
    String in = "";
    for (String language : languages) {
      OptionalDouble share = LanguageConsistency.ofRealText(row.question(), language);
      if (share.orElse(-1) > best) {
        best = share.getAsDouble();
        in = language;
      }
    }
    if (best < 0) {
      return Verdict.KEEP; // A formula alone is in every language.
    }
    Map<String, String> measures = Map.of("share_" + in, Drops.number(best));
    return best >= least
        ? new Verdict.Keep(measures)
        : new Verdict.Drop(
            "other_language", "%.0f %% of the words are %s".formatted(100 * best, in), measures);
  }
}
