package org.openr1.data.curation.filter;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.openr1.data.curation.CurationRow;
import org.openr1.data.curation.CurationStep;
import org.openr1.data.curation.Verdict;
import org.openr1.data.duplicates.ExactDuplicates;
import org.openr1.data.duplicates.SpillSpace;
import org.openr1.data.duplicates.TextNormalisation;

/** Drops rows whose answer is likely to be wrong or no answer at all. */
final class SuspectAnswerStep implements CurationStep.SetFilter {
  private static final int LONGEST = 400;
  private static final Pattern PLACEHOLDER =
      Pattern.compile(
          "(?i)n/?a|none|null|nan|unknown|tbd|todo|-+|\\?+|\\.+|no (answer|solution)("
              + " (given|found))?|(see|refer to) (the"
              + " )?(solution|text|above|below|figure).*|proof\\.?|(it |answers? )?(may"
              + " )?var(y|ies)\\.?|not (given|available|applicable)");
  private static final Pattern IMAGE =
      Pattern.compile(
          "(?i)!\\[[^\\]]*]\\(|<img\\b"
              + "|\\b(figure|diagram|graph|picture|image) (below|above|shown|on the (left|right))"
              + "|\\b(shown|depicted|pictured) (in the (figure|diagram|picture|image)|below)"
              + "|\\bin the (figure|diagram|picture|image)\\b");
  private static final Pattern DRAWN = Pattern.compile("\\[asy]|\\\\begin\\{tikzpicture}|<svg");

  /**
   * Keys.
   *
   * @param values answers that are suspect in this data, such as {@code -1} in DAPO-Math
   * @param images whether questions that need an image are dropped; true by default
   * @param contradictions whether questions with different answers are dropped, all of their rows;
   *     true by default
   */
  record Options(
      Optional<List<String>> values, Optional<Boolean> images, Optional<Boolean> contradictions) {}

  private final List<String> values;
  private final boolean images;
  private final boolean contradictions;

  SuspectAnswerStep(Options options) {
    this.values = options.values().orElse(List.of());
    this.images = options.images().orElse(true);
    this.contradictions = options.contradictions().orElse(true);
  }

  @Override
  public String name() {
    return "suspect_answers";
  }

  @Override
  public Decisions decide(Rows rows, SpillSpace spill) {
    Contradictions found = new Contradictions();
    if (contradictions) {
      try (ExactDuplicates seen =
          new ExactDuplicates(spill, rows.count(), TextNormalisation.FOLDED)) {
        rows.forEach(row -> found.add(row, seen.firstSeen(found.rank, row.question())));
      }
    }
    return new Answers(found.suspect);
  }

  /** Ranks of rows whose question has more than one answer; eight bytes a row. */
  private static final class Contradictions {
    private final BitSet suspect = new BitSet();
    private int[] answers = new int[1_024];
    private int rank;

    void add(CurationRow row, OptionalLong earlier) {
      int answer = row.answer().strip().toLowerCase(Locale.ROOT).hashCode();
      if (rank == answers.length) {
        answers = Arrays.copyOf(answers, 2 * rank);
      }
      answers[rank] = answer;
      if (earlier.isPresent() && answers[(int) earlier.getAsLong()] != answer) {
        suspect.set((int) earlier.getAsLong());
        suspect.set(rank);
      } else if (earlier.isPresent() && suspect.get((int) earlier.getAsLong())) {
        suspect.set(rank);
      }
      rank++;
    }
  }

  private final class Answers implements Decisions {
    private final BitSet suspect;
    private int rank;

    Answers(BitSet suspect) {
      this.suspect = suspect;
    }

    @Override
    public Verdict of(CurationRow row) {
      return suspect.get(rank++)
          ? Drops.drop("contradicting_answers", "the same question has another answer too")
          : alone(row);
    }

    @Override
    public void close() {
      // Nothing to free.
    }
  }

  private Verdict alone(CurationRow row) {
    String answer = row.answer().strip();
    if (values.contains(answer)) {
      return Drops.drop("suspect_value", answer);
    }
    if (!answer.isEmpty() && PLACEHOLDER.matcher(answer).matches()) {
      return Drops.drop("placeholder", answer);
    }
    if (answer.length() > LONGEST) {
      return Drops.drop("long_answer", answer.length() + " characters");
    }
    if (images && IMAGE.matcher(row.question()).find() && !DRAWN.matcher(row.question()).find()) {
      return Drops.drop("needs_image", "the question speaks of an image");
    }
    return Verdict.KEEP;
  }
}
