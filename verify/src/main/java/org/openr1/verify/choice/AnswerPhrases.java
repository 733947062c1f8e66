package org.openr1.verify.choice;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Announced answers: "the answer is B", "Answer: B", a heading "Final answer" with B below it. */
final class AnswerPhrases {
  private static final Set<String> SEPARATORS = Set.of(":", "=", "⇒", "—", "-", "|", "：");
  private static final Set<String> UNSURE = Set.of("may", "might", "could", "cannot", "can");
  private static final int LONGEST_SUBJECT = 12;
  private static final int LONGEST_SENTENCE = 60;
  private static final String RULE = "answer phrase";

  private final Tokens tokens;
  private final Mentions mentions;

  AnswerPhrases(Tokens tokens, Mentions mentions) {
    this.tokens = tokens;
    this.mentions = mentions;
  }

  /** All announcements from the token on, in their order. */
  List<Claim> find(int from) {
    List<Claim> found = new ArrayList<>();
    int i = from;
    while (i < tokens.size()) {
      Claim claim = at(i);
      if (claim != null && claim.first() > i) {
        found.add(claim);
        i = claim.first();
      } else {
        i++;
      }
    }
    return found;
  }

  /** The first announcement within a range of tokens. */
  @Nullable Claim firstIn(int from, int to) {
    for (int i = from; i < to; i++) {
      Claim claim = at(i);
      if (claim != null && claim.first() < to) {
        return claim;
      }
    }
    return null;
  }

  /** How many tokens the noun takes that starts here; 0 when there is none. */
  private int noun(int i) {
    if (tokens.in(i, Vocabulary.NOUNS)) {
      return 1;
    }
    return tokens.phrase(i, Vocabulary.NOUN_PHRASES);
  }

  private @Nullable Claim at(int noun) {
    int length = noun(noun);
    if (length == 0 && !isCorrectThing(noun)) {
      return null;
    }
    int subject = noun - 1;
    boolean other = false;
    for (; subject > noun - 6 && isDeterminer(subject); subject--) {
      other |= tokens.in(subject, Vocabulary.OTHER_ANSWER);
    }
    if (other || isHypothetical(subject)) {
      return null;
    }
    int behind = noun + Math.max(1, length);
    Claim direct = direct(noun, subject, behind);
    return direct != null ? direct : announced(subject, behind);
  }

  /** "correct statement", "Correct:". */
  private boolean isCorrectThing(int i) {
    boolean adjective = tokens.in(i, Vocabulary.POSITIVE);
    return (adjective && tokens.is(i + 1, ":"))
        || (tokens.in(i - 1, Vocabulary.POSITIVE) && tokens.in(i, Vocabulary.NAMERS));
  }

  private boolean isDeterminer(int i) {
    return tokens.in(i, Vocabulary.DETERMINERS) || tokens.in(i, Vocabulary.OTHER_ANSWER);
  }

  /** Whether the sentence only supposes or remembers an answer, or denies to think so. */
  private boolean isHypothetical(int i) {
    int k = tokens.is(i, "that") ? i - 1 : i;
    if (tokens.in(k, Vocabulary.HYPOTHETICAL)) {
      return true;
    }
    boolean thinks = tokens.is(k, "think") || tokens.is(k, "believe") || tokens.is(k, "mean");
    return thinks && (tokens.is(k - 1, "'t") || tokens.is(k - 1, "not"));
  }

  /** "Answer (B)" on a line of its own, "정답은 B", "Ans. b". */
  private @Nullable Claim direct(int noun, int subject, int behind) {
    boolean dotted = tokens.is(noun, "ans") && tokens.is(behind, ".");
    int start = dotted ? behind + 1 : behind;
    boolean alone =
        (tokens.isSentenceEnd(subject) || subject < 0) && tokens.in(noun, Vocabulary.NAMERS);
    boolean foreign = tokens.in(noun, Vocabulary.DIRECT_NOUNS);
    if (!alone && !foreign && !dotted) {
      return null;
    }
    Mention mention = mentions.read(start, dotted);
    return mention != null && (foreign || dotted || mentions.isEnd(mention.next()))
        ? Claim.of(mention, RULE)
        : null;
  }

  /** Goes on to a colon, a verb or the end of a heading, and reads what comes behind. */
  private @Nullable Claim announced(int subject, int behind) {
    Claim later = null;
    boolean relative = false;
    int k = behind;
    for (; k < behind + LONGEST_SUBJECT; k++) {
      if (tokens.isLineEnd(k)) {
        boolean heading = k == behind && isLineStart(subject);
        return heading && k < tokens.size() ? below(k) : null;
      }
      boolean headed = k == behind && tokens.is(k, "]") && tokens.is(subject, "[");
      boolean separator = headed || tokens.in(k, SEPARATORS);
      boolean copula = tokens.in(k, Vocabulary.COPULAS);
      if (separator || copula) {
        Claim claim = separator ? afterSeparator(k) : afterCopula(k);
        if (claim != null || separator) {
          return claim == null ? inSentence(k + 1) : claim;
        }
        later = later == null ? inSentence(k + 1) : later;
      }
      boolean word = tokens.isWord(k) || mentions.isOpener(k) || mentions.isCloser(k);
      boolean passes = word || copula || tokens.is(k, ",") || tokens.word(k).startsWith("'");
      relative |= tokens.is(k, "that") || tokens.is(k, "which");
      boolean unsure = tokens.in(k, UNSURE) || tokens.in(k, Vocabulary.NEGATIVE);
      boolean denied = unsure && !relative;
      if (!passes || denied || isNamed(k)) {
        return later;
      }
    }
    return later;
  }

  /** A choice in the subject: what is said is said about that choice. */
  private boolean isNamed(int k) {
    return !mentions.ofWords()
        && mentions.choiceAt(k, false) != null
        && mentions.read(k, false) != null;
  }

  private boolean isLineStart(int subject) {
    return tokens.isLineEnd(subject)
        || subject < 0
        || tokens.is(subject, "#")
        || tokens.is(subject, ">");
  }

  private @Nullable Claim afterSeparator(int k) {
    int i = k + 1;
    for (; i < k + 6; i++) {
      if (!tokens.is(i, Tokens.NEWLINE) && !tokens.in(i, SEPARATORS) && !tokens.is(i, "#")) {
        break;
      }
    }
    return claim(i, true);
  }

  private @Nullable Claim afterCopula(int k) {
    int i = k + 1;
    // "the answer is not A but C"
    if (tokens.in(i, Vocabulary.NEGATIVE)
        && mentions.choiceAt(mentions.skipOpeners(i + 1), false) != null) {
      int but = mentions.skipClosers(mentions.skipOpeners(i + 1) + 1);
      but = tokens.is(but, ",") ? but + 1 : but;
      return tokens.is(but, "but") ? claim(but + 1, false) : null;
    }
    while (tokens.is(i, ":") || tokens.is(i, Tokens.NEWLINE)) {
      i++;
    }
    return claim(i, i > k + 1);
  }

  private @Nullable Claim below(int newline) {
    return claim(newline + 1, true);
  }

  private @Nullable Claim claim(int from, boolean announced) {
    int i = mentions.skipFillers(from, Vocabulary.FILLERS);
    if (i > from && tokens.is(i, Tokens.NEWLINE)) {
      i++;
    }
    boolean named = tokens.in(i - 1, Vocabulary.NAMERS);
    Mention mention = mentions.read(i, announced || named);
    if (mention == null && !announced) {
      // A small letter without a colon may be a word: only before the end of the sentence.
      Mention small = mentions.read(i, true);
      boolean whole = small != null && small.next() < tokens.size() && mentions.isEnd(small.next());
      mention = whole ? small : null;
    }
    return mention == null ? null : Claim.of(mention, RULE);
  }

  /** The only choice in brackets or behind its name: "the answer is the liver, which is (C)". */
  private @Nullable Claim inSentence(int from) {
    Mention only = null;
    for (int k = from; k < from + LONGEST_SENTENCE && !tokens.isSentenceEnd(k); k++) {
      if (tokens.in(k, Vocabulary.NEGATIVE)) {
        return null;
      }
      if (tokens.in(k, Vocabulary.NONE) && k < from + 2) {
        return new Claim(null, k, k, RULE);
      }
      Mention mention = mentions.ofWords() ? null : mentions.marked(k);
      if (mention != null) {
        boolean same = only == null || Objects.equals(only.choice(), mention.choice());
        boolean list = mentions.isList(mention);
        if (!same
            || list
            || (!mentions.isHardEnd(mention.next()) && !tokens.is(mention.next(), ","))) {
          return null;
        }
        only = mention;
      }
    }
    return only == null ? null : Claim.of(only, RULE);
  }
}
