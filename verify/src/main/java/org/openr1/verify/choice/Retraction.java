package org.openr1.verify.choice;

import org.jspecify.annotations.Nullable;

/** Words at the start of a sentence that take back what was said before: "Wait, ...". */
final class Retraction {
  private Retraction() {}

  /** The last token that takes something back; -1 when there is none. */
  static int last(Tokens tokens) {
    for (int i = tokens.size() - 1; i > 0; i--) {
      if (tokens.in(i, Vocabulary.RETRACT) && startsSentence(tokens, i)) {
        return i;
      }
      boolean second = tokens.is(i, "second") && tokens.word(i + 1).startsWith("thought");
      if (second && tokens.is(i - 1, "on")) {
        return i;
      }
    }
    return -1;
  }

  private static boolean startsSentence(Tokens tokens, int i) {
    int k = tokens.is(i - 1, "on") || tokens.is(i - 1, "but") ? i - 2 : i - 1;
    return tokens.isSentenceEnd(k)
        || tokens.is(k, ".")
        || tokens.is(k, "—")
        || tokens.is(k, "-")
        || tokens.is(k, "(");
  }

  /** A choice put directly behind the word: "Wait, no: C." */
  static @Nullable Claim correction(Tokens tokens, Mentions mentions, int at) {
    int i = at + 1;
    while (i < at + 12
        && tokens.in(i, Vocabulary.RETRACT_FILLERS)
        && mentions.choiceAt(i, false) == null) {
      i++;
    }
    Mention mention = mentions.read(i, false);
    return mention != null && mentions.isHardEnd(mention.next())
        ? Claim.of(mention, "correction")
        : null;
  }

  /** Whether the rest of the text calls something wrong. */
  static boolean denies(Tokens tokens, int at) {
    for (int i = at; i < tokens.size(); i++) {
      if (tokens.in(i, Vocabulary.NEGATIVE) || tokens.is(i, "no")) {
        return true;
      }
    }
    return false;
  }
}
