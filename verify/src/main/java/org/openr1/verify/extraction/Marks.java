package org.openr1.verify.extraction;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the answers that markup announces: the answer element and the four hashes of GSM8K. */
final class Marks {
  private static final String OPEN = "<answer>";
  private static final String CLOSE = "</answer>";
  private static final String HASHES = "####";
  private static final int MAX_TRIES = 16;
  private static final int LONGEST_CONTENT = 20_000;

  private Marks() {}

  /** The content of the last answer element, null when it has none that may count. */
  static List<FoundAnswer> answerTag(String text, int from, int to, ExtractionPolicy policy) {
    // the search for one character is much the fastest way to know that there is no element
    int open = text.indexOf('<', from, to) < 0 ? -1 : text.lastIndexOf(OPEN, to - OPEN.length());
    if (open < from) {
      return List.of();
    }
    int start = open + OPEN.length();
    int close = text.indexOf(CLOSE, start, to);
    int end = close < 0 ? to : close;
    end = Scan.trimEnd(text, start, Math.min(end, start + LONGEST_CONTENT));
    Anchors inner = Anchors.find(text, start, end, policy, null);
    for (Statement.@Nullable Reading reading :
        new Statement.@Nullable Reading[] {inner.hope, inner.last, inner.strict}) {
      if (reading != null && !reading.words()) {
        return renamed(reading.answers());
      }
    }
    Statement.Reading reading =
        Statement.read(text, start, end, ExtractionRule.ANSWER_TAG, policy, end - start);
    if (oneLine(text, start, end)) {
      return reading.answers();
    }
    List<FoundAnswer> found = Unmarked.latex(text, start, end, policy);
    if (found.isEmpty() && policy.expressions()) {
      found = Unmarked.number(text, start, end);
    }
    return found.isEmpty() ? reading.answers() : renamed(found);
  }

  private static boolean oneLine(String text, int from, int to) {
    int start = Scan.skipSpace(text, from, to);
    return Scan.lineEnd(text, start, to) == to;
  }

  private static List<FoundAnswer> renamed(List<FoundAnswer> answers) {
    return answers.stream()
        .map(
            a ->
                new FoundAnswer(a.text(), a.start(), a.end(), ExtractionRule.ANSWER_TAG, a.latex()))
        .toList();
  }

  /** What stands behind the last four hashes that are no heading. */
  static List<FoundAnswer> hashes(String text, int from, int to, ExtractionPolicy policy) {
    int before = text.indexOf('#', from, to) < 0 ? from : to;
    for (int tries = 0; tries < MAX_TRIES; tries++) {
      int at = text.lastIndexOf(HASHES, before - HASHES.length());
      if (at < from) {
        break;
      }
      int start = Scan.skipBlanks(text, at + HASHES.length(), to);
      int end = Scan.trimEnd(text, start, Scan.lineEnd(text, start, to));
      boolean lastLine = Scan.isBlank(text, end, to);
      if (start < end
          && text.charAt(start) != '#'
          && (lastLine || Prose.words(text, start, end, 2).count() <= 1)) {
        List<FoundAnswer> answers =
            Statement.read(text, start, end, ExtractionRule.HASHES, policy, end - start).answers();
        if (!answers.isEmpty()) {
          return answers;
        }
      }
      before = at;
    }
    return List.of();
  }
}
