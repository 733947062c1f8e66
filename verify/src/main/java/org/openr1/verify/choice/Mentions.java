package org.openr1.verify.choice;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what stands in the place of a choice: the choice alone, a list of several, or none. Looks
 * only at a bounded number of tokens.
 */
final class Mentions {
  private static final Set<String> OPENERS = Set.of("(", "[", "{", "\"", "'");
  private static final Set<String> CLOSERS = Set.of(")", "]", "}", "\"", "'");
  private static final int MOST_BRACKETS = 4;
  private static final int MOST_FILLERS = 10;

  private final Tokens tokens;
  private final Choices choices;

  Mentions(Tokens tokens, Choices choices) {
    this.tokens = tokens;
    this.choices = choices;
  }

  boolean ofWords() {
    return choices instanceof Choices.Words;
  }

  /** The choice that the single token is; small letters count when {@code small}. */
  @Nullable String choiceAt(int i, boolean small) {
    return switch (choices) {
      case Choices.Words(var words) -> words.contains(tokens.word(i)) ? tokens.word(i) : null;
      case Choices.Letters(int count) -> {
        int letter = letterAt(i, small);
        yield letter >= 0 && letter < count ? String.valueOf((char) ('A' + letter)) : null;
      }
    };
  }

  private int letterAt(int i, boolean small) {
    if (i < 0 || i >= tokens.size() || tokens.word(i).length() != 1) {
      return -1;
    }
    char before = tokens.before(i);
    if (before == '°' || before == '^' || before == '\\' || before == '@') {
      return -1;
    }
    char c = tokens.raw(i);
    if (c >= 'A' && c <= 'Z') {
      return c - 'A';
    }
    return small && c >= 'a' && c <= 'z' ? c - 'a' : -1;
  }

  boolean isOpener(int i) {
    return tokens.in(i, OPENERS);
  }

  boolean isCloser(int i) {
    return tokens.in(i, CLOSERS);
  }

  int skipOpeners(int i) {
    int k = i;
    while (k < i + MOST_BRACKETS && isOpener(k)) {
      k++;
    }
    return k;
  }

  int skipClosers(int i) {
    int k = i;
    while (k < i + MOST_BRACKETS && isCloser(k)) {
      k++;
    }
    return k;
  }

  /** Skips words that may stand between an announcement and the choice. */
  int skipFillers(int i, Set<String> fillers) {
    int k = i;
    while (k < i + MOST_FILLERS && isFiller(k, fillers)) {
      k++;
    }
    return k;
  }

  private boolean isFiller(int k, Set<String> fillers) {
    if (ofWords() && tokens.in(k, Vocabulary.ARTICLES)) {
      return true;
    }
    boolean word = tokens.in(k, fillers) && choiceAt(k, false) == null;
    boolean mark = tokens.is(k, ",") || tokens.is(k, ":") || tokens.is(k, "—") || tokens.is(k, "-");
    return (word || mark) && !(tokens.is(k, "a") && isEnd(k + 1));
  }

  /** Whether nothing more is said in the sentence. */
  boolean isEnd(int i) {
    boolean closingTag = tokens.is(i, "<") && tokens.is(i + 1, "/");
    return (tokens.isSentenceEnd(i) && !tokens.is(i, "?")) || tokens.is(i, "|") || closingTag;
  }

  /** Whether a statement may end here: the sentence does, or a reason or an aside follows. */
  boolean isHardEnd(int i) {
    if (isEnd(i) || tokens.is(i, "—") || tokens.is(i, ":") || tokens.is(i, "(")) {
      return true;
    }
    if (tokens.is(i, ",") || tokens.is(i, ";")) {
      boolean foreign = tokens.isForeign(i + 1);
      return foreign
          || (tokens.in(i + 1, Vocabulary.CONNECTORS) && !tokens.in(i + 1, Vocabulary.OPEN_ENDED));
    }
    return tokens.in(i, Vocabulary.REASONS);
  }

  /**
   * Reads a mention.
   *
   * @param small whether a small letter without brackets counts
   * @return null when no choice stands here, or what stands here is another thing
   */
  @Nullable Mention read(int from, boolean small) {
    int i = skipOpeners(from);
    boolean marked = i > from;
    if (tokens.in(i, Vocabulary.SEVERAL) || tokens.in(i, Vocabulary.NONE) || isNotApplicable(i)) {
      return new Mention(null, i, i, i + 1);
    }
    String choice = choiceAt(i, small || marked);
    int next = skipClosers(i + 1);
    if (choice == null) {
      boolean other = choices instanceof Choices.Letters && letterAt(i, marked) >= 0;
      return other && isHardEnd(next) && !tokens.is(i, "i") ? new Mention(null, i, i, next) : null;
    }
    return switch (follow(i, next, choice)) {
      case ALONE -> new Mention(choice, i, i, next);
      case LISTED -> new Mention(null, i, i, next);
      case OTHER -> null;
    };
  }

  private boolean isNotApplicable(int i) {
    return tokens.is(i, "n") && tokens.is(i + 1, "/") && tokens.is(i + 2, "a");
  }

  private enum Follow {
    ALONE,
    LISTED,
    OTHER
  }

  /** What the tokens behind a choice make of it. */
  private Follow follow(int i, int next, String choice) {
    if (isEnd(next)) {
      // "A. B. Smith" is a name.
      boolean initial = tokens.is(next, ".") && letterAt(next + 1, false) >= 0;
      return initial && tokens.is(next + 2, ".") ? Follow.OTHER : Follow.ALONE;
    }
    if (tokens.is(next, "?") || tokens.in(next, Vocabulary.OPERATORS)) {
      return Follow.OTHER;
    }
    if (tokens.in(next, Vocabulary.COPULAS) && isDenied(next)) {
      return Follow.OTHER;
    }
    if (isListed(next, choice)) {
      return Follow.LISTED;
    }
    if (next > i + 1 || (!tokens.isWord(next) && !tokens.word(next).startsWith("'"))) {
      return Follow.ALONE;
    }
    if (tokens.in(next, Vocabulary.CONNECTORS) || tokens.in(next, Vocabulary.COPULAS)) {
      return Follow.ALONE;
    }
    if (tokens.word(next).startsWith("'") && tokens.isForeign(next)) {
      return Follow.ALONE;
    }
    boolean small = Character.isLowerCase(tokens.raw(i));
    boolean alsoWord = ofWords() || small || choice.equals("A") || choice.equals("I");
    return alsoWord && !tokens.isForeign(next) ? Follow.OTHER : Follow.ALONE;
  }

  /** Whether a negative word follows within the sentence. */
  boolean isDenied(int from) {
    for (int k = from; k < from + 6 && !tokens.isSentenceEnd(k) && !tokens.is(k, ","); k++) {
      if (tokens.in(k, Vocabulary.NEGATIVE)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a second choice follows that belongs to a list with the first. */
  private boolean isListed(int next, String choice) {
    int k = next;
    boolean or = false;
    boolean joined = false;
    while (k < next + 6 && isBetween(k)) {
      or |= tokens.in(k, Vocabulary.OR);
      joined |= tokens.in(k, Vocabulary.JOINERS);
      k++;
    }
    boolean opened = isOpener(k);
    k = skipOpeners(k);
    String second = choiceAt(k, opened);
    if (second == null || second.equals(choice)) {
      return false;
    }
    int behind = skipClosers(k + 1);
    boolean article =
        !opened && (second.equals("A") || second.equals("I")) && tokens.isWord(behind);
    if (k == next || !joined) {
      return !article && !ofWords() && (opened ? behind > k + 1 : isEnd(behind));
    }
    boolean goesOn = tokens.isWord(behind) && !tokens.in(behind, Vocabulary.JOINERS);
    return or || !goesOn || tokens.is(behind, "are") || tokens.is(behind, "both");
  }

  /** Whether a mention is the first of several that belong together. */
  boolean isList(Mention mention) {
    String choice = mention.choice();
    return choice != null && isListed(mention.next(), choice);
  }

  private boolean isBetween(int k) {
    return tokens.in(k, Vocabulary.JOINERS)
        || (tokens.in(k, Vocabulary.HEDGES) && choiceAt(k, false) == null)
        || (tokens.in(k, Vocabulary.NAMERS) && choiceAt(k + 1, false) != null);
  }

  /**
   * A choice in brackets or behind what a choice is called: "(B)", "option B".
   *
   * @return null when none starts at the token
   */
  @Nullable Mention marked(int i) {
    boolean named = tokens.in(i, Vocabulary.NAMERS);
    int k = skipOpeners(named ? i + 1 : i);
    boolean opened = k > (named ? i + 1 : i);
    if (!named && !opened) {
      return null;
    }
    String choice = choiceAt(k, opened || tokens.is(i, "option") || !tokens.is(k, "a"));
    int next = skipClosers(k + 1);
    if (choice == null || (opened && next == k + 1) || tokens.in(next, Vocabulary.OPERATORS)) {
      return null;
    }
    // "f(B)" and "n (a)" behind a symbol are no options.
    boolean attached = !named && Character.isLetterOrDigit(tokens.before(i));
    return attached ? null : new Mention(choice, k, k, next);
  }
}
