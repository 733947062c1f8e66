package org.openr1.verify.choice;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The last and the first line, when they are the choice alone or start with it: "D. The liver". */
final class Lines {
  private final Tokens tokens;
  private final Mentions mentions;

  Lines(Tokens tokens, Mentions mentions) {
    this.tokens = tokens;
    this.mentions = mentions;
  }

  /** A line that starts with a choice. */
  private record Label(Mention mention, int line, boolean alone) {}

  @Nullable Claim find() {
    List<Label> labels = new ArrayList<>();
    int line = 0;
    int start = 0;
    while (start < tokens.size()) {
      int end = start;
      while (!tokens.isLineEnd(end)) {
        end++;
      }
      Label label = label(start, end, line);
      if (label != null) {
        labels.add(label);
      }
      start = end + 1;
      line++;
    }
    return labels.isEmpty() ? null : choose(labels, line - 1);
  }

  private @Nullable Claim choose(List<Label> labels, int lastLine) {
    Label first = labels.getFirst();
    Label last = labels.getLast();
    boolean single = labels.stream().allMatch(l -> same(l, first));
    if (last.line == lastLine && (single || (last.alone && isApart(labels)))) {
      return Claim.of(last.mention, "last line");
    }
    return first.line == 0 && single ? Claim.of(first.mention, "first line") : null;
  }

  /** Whether the last label stands by itself rather than at the end of a list of options. */
  private boolean isApart(List<Label> labels) {
    Label last = labels.getLast();
    for (Label label : labels.subList(0, labels.size() - 1)) {
      if (label.alone && !same(label, last)) {
        return false;
      }
    }
    if (labels.size() == 1) {
      return true;
    }
    Label before = labels.get(labels.size() - 2);
    String choice = last.mention.choice();
    String previous = before.mention.choice();
    boolean follows =
        choice != null && previous != null && choice.charAt(0) == previous.charAt(0) + 1;
    return !(follows && !mentions.ofWords() && before.line == last.line - 1);
  }

  private static boolean same(Label a, Label b) {
    String choice = a.mention.choice();
    return choice != null && choice.equals(b.mention.choice());
  }

  private @Nullable Label label(int start, int end, int line) {
    int i = start;
    while (i < end
        && (tokens.is(i, "#") || tokens.is(i, ">") || tokens.is(i, "-") || isBullet(i))) {
      i++;
    }
    i += tokens.in(i, Vocabulary.NAMERS) ? 1 : 0;
    boolean named = i > start && tokens.in(i - 1, Vocabulary.NAMERS);
    boolean small =
        !mentions.ofWords() && tokens.end(i < end ? i : start) > 0 && isSmallAlone(i, end);
    Mention mention = mentions.read(i, small || named);
    if (mention == null || mention.first() >= end) {
      return null;
    }
    int next = mention.next();
    boolean alone = next >= end || (tokens.isSentenceEnd(next) && next + 1 >= end);
    if (alone) {
      return new Label(mention, line, true);
    }
    return isLabelled(mention, next) ? new Label(mention, line, false) : null;
  }

  private boolean isBullet(int i) {
    return tokens.is(i, "•") || tokens.is(i, "*");
  }

  /** A small letter is a choice only when there is nothing else on the line. */
  private boolean isSmallAlone(int i, int end) {
    return i + 1 >= end || (i + 2 >= end && (tokens.is(i + 1, ".") || tokens.is(i + 1, ")")));
  }

  private boolean isLabelled(Mention mention, int next) {
    if (tokens.in(next, Vocabulary.COPULAS)) {
      return false;
    }
    for (int k = next; k < next + 5; k++) {
      if (tokens.is(k, "wrong") || tokens.is(k, "incorrect")) {
        return false;
      }
    }
    if (next > mention.last() + 1 || tokens.is(next, ".") || tokens.is(next, ":")) {
      return true;
    }
    if (tokens.is(next, "—") || tokens.is(next, "-") || tokens.is(next, "!")) {
      return true;
    }
    if (tokens.is(next, ",")) {
      return mentions.ofWords() || tokens.in(next + 1, Vocabulary.CONNECTORS);
    }
    return tokens.is(next, "because") || tokens.is(next, "since") || tokens.is(next, "as");
  }
}
