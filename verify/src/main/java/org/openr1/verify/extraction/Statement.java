package org.openr1.verify.extraction;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the answer from the text that follows a mark such as "the answer is". */
final class Statement {
  private static final int LONGEST = 600;
  private static final int MOST_JUMPS = 8;

  /** More words than this are a sentence that explains, fewer may be a unit. */
  private static final int UNIT_WORDS = 2;

  private static final int LONGEST_PHRASE_WORDS = 12;

  private final String text;
  private final int to;
  private final ExtractionRule rule;
  private final ExtractionPolicy policy;
  private final List<FoundAnswer> answers = new ArrayList<>(2);
  private int end;
  private boolean words;

  private Statement(String text, int to, ExtractionRule rule, ExtractionPolicy policy) {
    this.text = text;
    this.to = to;
    this.rule = rule;
    this.policy = policy;
  }

  /**
   * What a mark leads to.
   *
   * @param answers from strongest to weakest, empty when nothing there may count
   * @param end where the sentence ends
   * @param words whether the strongest is nothing but words
   */
  record Reading(List<FoundAnswer> answers, int end, boolean words) {}

  /**
   * Reads on from behind a mark.
   *
   * @param reach how far from there an environment may stand when other text is between
   */
  static Reading read(
      String text, int from, int to, ExtractionRule rule, ExtractionPolicy policy, int reach) {
    Statement statement = new Statement(text, to, rule, policy);
    statement.run(from, reach);
    return new Reading(statement.answers, statement.end, statement.words);
  }

  private void run(int from, int reach) {
    int start = Phrases.skipFiller(text, from, to);
    end = start;
    for (int jump = 0; jump < MOST_JUMPS && start < to; jump++) {
      Environment environment = Environments.at(text, start, to);
      if (environment != null) {
        addEnvironments(environment);
        return;
      }
      end = Prose.sentenceEnd(text, start, Math.min(to, start + LONGEST));
      int next = Phrases.startsWithWord(text, start, to) ? Phrases.link(text, start, end, to) : -1;
      if (next < 0) {
        break;
      }
      start = next;
    }
    if (start >= to) {
      return;
    }
    Environment later =
        policy.latex()
            ? Phrases.environmentWithin(text, start, Math.min(end, from + reach), to)
            : null;
    if (later != null && (Phrases.startsWithWord(text, start, to) || !policy.expressions())) {
      addEnvironments(later);
    } else if (policy.expressions()) {
      addText(start, end);
    } else if (policy.latex() && BareFraction.spans(text, start, Scan.trimEnd(text, start, end))) {
      add(text.substring(start, Scan.trimEnd(text, start, end)), start, end, false);
    }
  }

  private void addEnvironments(Environment first) {
    List<Environment> list = Environments.listAt(first, text, to);
    int last = list.getLast().end();
    end = Prose.sentenceEnd(text, last, Math.min(to, last + LONGEST));
    if (!policy.latex()) {
      return;
    }
    FoundAnswer box = Boxes.last(text, first.contentStart(), list.getLast().contentEnd(), true);
    if (box != null) { // the box says more exactly where the answer is
      add(box.text(), box.start(), box.end(), true);
      return;
    }
    String content = Contents.of(list, text, to);
    add(content, first.contentStart(), list.getLast().contentEnd(), true);
  }

  private void add(String answer, int start, int answerEnd, boolean latex) {
    if (!answer.isBlank()) {
      answers.add(new FoundAnswer(answer, start, Math.max(start, answerEnd), rule, latex));
    }
  }

  private void addText(int from, int to) {
    int start = from;
    while (start < to && text.charAt(start) == '$') {
      start++; // an amount of money
    }
    int stop = Phrases.withoutTrailingMarks(text, start, to);
    if (start >= stop) {
      return;
    }
    Prose.Words plain = Prose.words(text, start, stop, 2);
    Numbers.@Nullable Found number = number(start, stop);
    boolean maths = number != null || hasMaths(start, stop);
    boolean wordFirst = plain.count() > 0 && plain.firstStart() == start;
    if (!maths) {
      words = true;
      if (policy.strings() && plain.count() <= LONGEST_PHRASE_WORDS) {
        addWhole(start, stop);
      }
      return;
    }
    if (plain.count() <= UNIT_WORDS && !wordFirst) {
      addWhole(start, stop);
    } else if (!wordFirst) {
      // the mathematics before the explanation: "x = 5 because the slope is 2"
      addWhole(start, Phrases.withoutTrailingMarks(text, start, plain.firstStart()));
    }
    if (number != null && (answers.isEmpty() || !answers.getFirst().text().equals(number.text()))) {
      add(number.text(), number.start(), number.end(), false);
    }
    if (wordFirst && plain.count() <= LONGEST_PHRASE_WORDS && policy.strings()) {
      words = number == null;
      addWhole(start, stop);
    }
  }

  /** The first number, which explanations follow; of a chain of equations its last. */
  private Numbers.@Nullable Found number(int start, int stop) {
    int equals = text.indexOf('=', start, stop);
    Numbers.@Nullable Found first = Numbers.first(text, start, stop);
    if (first == null || equals < 0 || Prose.words(text, start, stop, 2).count() > UNIT_WORDS) {
      return first;
    }
    return Numbers.last(text, start, stop);
  }

  private void addWhole(int start, int stop) {
    add(Whole.tidy(text.substring(start, stop)), start, stop, false);
  }

  private boolean hasMaths(int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if ("\\^_=<>≤≥√π∞∪".indexOf(c) >= 0) {
        return true;
      }
    }
    return to - from <= 2;
  }
}
