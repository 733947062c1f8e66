package org.openr1.verify.extraction;

import java.util.ArrayList;
import java.util.List;

/** Finds answers that nothing announces: the last environment and the last number. */
final class Unmarked {
  /** What is farther from the end is a step on the way. */
  private static final int WINDOW = 5_000;

  private Unmarked() {}

  /** Environment, number and whole text of a range, from strongest to weakest. */
  static List<FoundAnswer> find(
      String text, int from, int to, ExtractionPolicy policy, boolean marked) {
    List<FoundAnswer> environments = latex(text, from, to, policy);
    List<FoundAnswer> numbers =
        policy.expressions() ? number(text, from, to) : List.<FoundAnswer>of();
    List<FoundAnswer> found = new ArrayList<>(3);
    // a number in the environment or before it is a part of the answer or a step on the way
    if (!numbers.isEmpty()
        && (environments.isEmpty()
            || numbers.getFirst().start() >= environments.getFirst().end())) {
      found.addAll(numbers);
    }
    found.addAll(environments);
    FoundAnswer whole =
        policy.whole() && !marked && environments.isEmpty() ? Whole.of(text, from, to) : null;
    if (whole != null) {
      boolean prose = Whole.isProse(text, whole.start(), whole.end());
      found.add(prose ? found.size() : 0, whole);
    }
    return found;
  }

  /** The last environments of the range. */
  static List<FoundAnswer> latex(String text, int from, int to, ExtractionPolicy policy) {
    if (!policy.latex()) {
      return List.of();
    }
    List<Environment> list = Environments.last(text, windowStart(text, from, to), to);
    String content = list.isEmpty() ? "" : Contents.of(list, text, to);
    return content.isBlank()
        ? List.of()
        : List.of(
            new FoundAnswer(
                content,
                list.getFirst().contentStart(),
                list.getLast().contentEnd(),
                ExtractionRule.LAST_LATEX,
                true));
  }

  /** The last number of the range. */
  static List<FoundAnswer> number(String text, int from, int to) {
    Numbers.Found found = Numbers.last(text, windowStart(text, from, to), to);
    return found == null
        ? List.of()
        : List.of(
            new FoundAnswer(
                found.text(), found.start(), found.end(), ExtractionRule.LAST_EXPRESSION, false));
  }

  /** Begins at a line, so that a dollar is not taken for the wrong end of an environment. */
  private static int windowStart(String text, int from, int to) {
    if (to - from <= WINDOW) {
      return from;
    }
    int start = to - WINDOW;
    int line = text.indexOf('\n', start, to);
    return line < 0 || line > to - WINDOW / 2 ? start : line + 1;
  }
}
