package org.openr1.verify.extraction;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the phrases that announce an answer, rightmost first, in one pass from the end. */
final class Anchors {
  private static final int FINAL_REACH = 100;
  private static final int REACH = 50;

  /** Phrases that lead to no answer are passed over, but not without end. */
  private static final int MAX_TRIES = 24;

  /** As for tries, but for mere mentions of the word. */
  private static final int MAX_LOOKS = 512;

  private static final String[] FINAL_AFTER = {"finale", "final", "definitiva"};

  private final String text;
  private final int from;
  private final int to;
  private final ExtractionPolicy policy;
  private final @Nullable FoundAnswer box;
  private int tries;
  private int looks;

  /** After "final answer is", with "I hope" behind. */
  Statement.@Nullable Reading hope;

  /** After "final answer". */
  Statement.@Nullable Reading last;

  /** After "answer is" or "answer:". */
  Statement.@Nullable Reading strict;

  /** After "answer" and other text, an environment. */
  Statement.@Nullable Reading loose;

  private Anchors(
      String text, int from, int to, ExtractionPolicy policy, @Nullable FoundAnswer box) {
    this.text = text;
    this.from = from;
    this.to = to;
    this.policy = policy;
    this.box = box;
  }

  /** Searches the range; phrases inside of the box are part of the answer and do not count. */
  static Anchors find(
      String text, int from, int to, ExtractionPolicy policy, @Nullable FoundAnswer box) {
    Anchors anchors = new Anchors(text, from, to, policy, box);
    anchors.shortForm();
    for (int i = to - 2; i >= from && anchors.wanted(); i--) {
      int length = AnswerNames.at(text, i, from);
      if (length > 0) {
        anchors.consider(i, i + length);
      }
    }
    return anchors;
  }

  private boolean wanted() {
    return tries < MAX_TRIES
        && looks < MAX_LOOKS
        && (hope == null || last == null || strict == null);
  }

  /** "A: 42" in the last line, as solutions of GSM8K are written. */
  private void shortForm() {
    int lineStart = to;
    while (lineStart > from && text.charAt(lineStart - 1) != '\n') {
      lineStart--;
    }
    if (!policy.anchorsRequired() && text.startsWith("A:", lineStart)) {
      keep(read(lineStart + 2, ExtractionRule.ANSWER), false);
    }
  }

  private void consider(int at, int nameEnd) {
    boolean inBox = box != null && at >= box.start() && at < box.end();
    boolean tag =
        nameEnd < to
            && text.charAt(nameEnd) == '>'
            && at > from
            && "</".indexOf(text.charAt(at - 1)) >= 0;
    if (inBox || tag) {
      return;
    }
    int end = nameEnd;
    if (end < to && (text.charAt(end) | 0x20) == 's') {
      end++;
    }
    if (end < to && Scan.isWordLetter(text.charAt(end))) {
      return;
    }
    looks++;
    boolean isFinal = finalBefore(at);
    int next = skipMarks(end);
    for (String word : FINAL_AFTER) {
      if (Scan.wordAt(text, next, to, word)) {
        isFinal = true;
        next = skipMarks(next + word.length());
        break;
      }
    }
    int statement = link(at, next, isFinal ? FINAL_REACH : REACH);
    if (statement != -1
        && !Scan.wordAt(text, Scan.skipSpace(text, Math.abs(statement), to), to, "not")) {
      tries++;
      ExtractionRule rule = isFinal ? ExtractionRule.FINAL_ANSWER : ExtractionRule.ANSWER;
      if (statement >= 0) {
        keep(read(statement, rule), isFinal);
      } else if (loose == null) {
        Statement.Reading reading = read(-statement, rule);
        loose = reading.answers().isEmpty() ? null : reading;
      }
    }
  }

  private Statement.Reading read(int start, ExtractionRule rule) {
    return Statement.read(
        text, start, to, rule, policy, rule == ExtractionRule.FINAL_ANSWER ? FINAL_REACH : REACH);
  }

  private void keep(Statement.Reading reading, boolean isFinal) {
    if (reading.answers().isEmpty()) {
      return;
    }
    if (!isFinal) {
      strict = strict == null ? reading : strict;
    } else if (hopeFollows(reading.end())) {
      hope = hope == null ? renamed(reading) : hope;
    } else {
      last = last == null ? reading : last;
    }
  }

  private static Statement.Reading renamed(Statement.Reading reading) {
    List<FoundAnswer> answers =
        reading.answers().stream()
            .map(
                a ->
                    new FoundAnswer(
                        a.text(), a.start(), a.end(), ExtractionRule.FINAL_ANSWER_HOPE, a.latex()))
            .toList();
    return new Statement.Reading(answers, reading.end(), reading.words());
  }

  private boolean hopeFollows(int end) {
    int i = end;
    while (i < to && (Scan.isSpace(text.charAt(i)) || ".*\"\\$".indexOf(text.charAt(i)) >= 0)) {
      i++;
    }
    return Scan.startsWith(text, i, "I hope") && i + 6 <= to;
  }

  private boolean finalBefore(int at) {
    int i = at;
    while (i > from && (text.charAt(i - 1) == ' ' || text.charAt(i - 1) == '*')) {
      i--;
    }
    return (i - 5 >= from && Scan.startsWith(text, i - 5, "final"))
        || (i - 2 >= from && text.startsWith("最终", i - 2));
  }

  private int skipMarks(int at) {
    int i = at;
    while (i < to && (Scan.isSpace(text.charAt(i)) || "*_\"”)}".indexOf(text.charAt(i)) >= 0)) {
      if (text.charAt(i) == '\n') {
        break;
      }
      i++;
    }
    return i;
  }

  /**
   * Where the statement begins behind a name: behind a colon or linking verb not farther than
   * {@code reach}, or in the line below a heading. Negative: minus the place of an environment that
   * nothing links to the name. -1: none.
   */
  private int link(int name, int at, int reach) {
    if (at < to && text.charAt(at) == '\n') {
      return isHeading(name) ? at + 1 : -1;
    }
    int environment = -1;
    int limit = Math.min(to, at + reach);
    for (int i = at; i < limit; i++) {
      char c = text.charAt(i);
      if (c == ':' || c == '：' || c == '=') {
        return i + 1;
      }
      if (c == '\n'
          || c == '?'
          || c == '!'
          || (c == '.' && (i + 1 >= to || Scan.isSpace(text.charAt(i + 1))))) {
        break;
      }
      Environment inner = c == '$' || c == '\\' ? Environments.at(text, i, to) : null;
      if (inner != null) {
        environment = environment < 0 ? i : environment;
        i = inner.end() - 1;
        continue;
      }
      int after = i == at || Scan.isSpace(text.charAt(i - 1)) ? Phrases.linkAt(text, i, to) : -1;
      after = after < 0 && i == at ? AnswerNames.unspacedLink(text, i) : after;
      if (after >= 0) {
        return after;
      }
    }
    return environment > 1 ? -environment : -1;
  }

  /** Whether nothing but markdown, a number and "the final" stand before a name in its line. */
  private boolean isHeading(int name) {
    for (int i = name - 1; i >= Math.max(from, name - 40) && text.charAt(i) != '\n'; i--) {
      char c = text.charAt(i);
      if (Scan.isWordLetter(c)) {
        int end = i + 1;
        while (i > from && Scan.isWordLetter(text.charAt(i - 1))) {
          i--;
        }
        String word = text.substring(i, end);
        if (!word.equalsIgnoreCase("final") && !word.equalsIgnoreCase("the")) {
          return false;
        }
      } else if (!Scan.isSpace(c) && !Scan.isDigit(c) && "#*_.):>-".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }
}
