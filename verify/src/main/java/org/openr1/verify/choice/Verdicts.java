package org.openr1.verify.choice;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Choices stated by a verb: "choose C", "C is correct", "so C.", "it is C", "which leaves C". */
final class Verdicts {
  private static final Set<String> IT = Set.of("it", "this", "that", "ce", "c", "es");
  private static final Set<String> DENYING =
      Set.of("not", "'t", "never", "if", "could", "can", "might", "may", "不", "nicht", "pas", "你");
  private static final Set<String> WOULD = Set.of("would", "'d", "will", "'ll");
  private static final Set<String> SAY = Set.of("say", "answer", "guess");
  private static final Set<String> SUPPOSED =
      Set.of("show", "prove", "claim", "claims", "says", "assuming", "possible", "thought", "is");
  private static final Set<String> LEAVE = Set.of("leaves", "leaving", "leave");
  private static final Set<String> REMAIN = Set.of("remains", "survives", "fits", "works", "left");
  private static final Set<String> CHOOSE_FILLERS =
      Set.of(
          "with",
          "for",
          "on",
          "toward",
          "towards",
          "the",
          "option",
          "choice",
          "answer",
          "letter",
          "statement",
          "us",
          "only");
  private static final String RULE = "verdict";

  private final Tokens tokens;
  private final Mentions mentions;

  Verdicts(Tokens tokens, Mentions mentions) {
    this.tokens = tokens;
    this.mentions = mentions;
  }

  /** All verdicts from the token on, in their order. */
  List<Claim> find(int from) {
    List<Claim> found = new ArrayList<>();
    for (int i = from; i < tokens.size(); i++) {
      Claim claim = at(i);
      boolean again = claim != null && !found.isEmpty() && found.getLast().first() == claim.first();
      if (claim != null && !again) {
        found.add(claim);
      }
    }
    return found;
  }

  private @Nullable Claim at(int i) {
    Claim claim = chosen(i);
    claim = claim == null ? concluded(i) : claim;
    claim = claim == null ? itIs(i) : claim;
    claim = claim == null ? remaining(i) : claim;
    claim = claim == null ? superlative(i) : claim;
    return claim == null && !mentions.ofWords() ? praised(i) : claim;
  }

  private @Nullable Claim chosen(int i) {
    int phrase = tokens.phrase(i, Vocabulary.CHOOSE_PHRASES);
    boolean would = tokens.in(i - 1, WOULD);
    boolean ours = tokens.is(i - 2, "i") || tokens.is(i - 2, "we");
    boolean says = tokens.in(i, SAY) && would && ours;
    if (phrase == 0 && !tokens.in(i, Vocabulary.CHOOSE) && !says) {
      return null;
    }
    if (tokens.in(i - 1, DENYING) || tokens.in(i - 2, DENYING) || (would && !ours)) {
      return null;
    }
    int start = i + Math.max(1, phrase);
    int k = mentions.skipFillers(start, CHOOSE_FILLERS);
    k = phrase > 0 ? mentions.skipFillers(start, Vocabulary.FILLERS) : k;
    boolean preposition =
        tokens.is(start, "with") || tokens.is(start, "for") || tokens.is(start, "on");
    preposition |= tokens.word(start).startsWith("toward");
    boolean going =
        tokens.word(i).startsWith("lean")
            || tokens.word(i).startsWith("go")
            || tokens.is(i, "opt")
            || tokens.is(i, "vote");
    boolean article = tokens.is(k, "a") || tokens.is(k, "i");
    return going && !preposition ? null : closed(mentions.read(k, !article));
  }

  private @Nullable Claim concluded(int i) {
    int phrase = tokens.phrase(i, Vocabulary.CONCLUDE_PHRASES);
    if (phrase == 0 && !tokens.in(i, Vocabulary.CONCLUDE)) {
      return null;
    }
    // In the middle of a sentence an arrow is that of a reaction or a map.
    if (tokens.is(i, "⇒") && i > 0 && !tokens.isSentenceEnd(i - 1)) {
      return null;
    }
    int k = mentions.skipFillers(i + Math.max(1, phrase), Vocabulary.FILLERS);
    return closed(mentions.read(k, false));
  }

  /** "the most appropriate next step is C" */
  private @Nullable Claim superlative(int i) {
    if (!tokens.is(i, "most") && !tokens.is(i, "best") && !tokens.is(i, "correct")) {
      return null;
    }
    for (int k = i + 1; k < i + 7 && tokens.isWord(k) && !tokens.in(k, Vocabulary.NEGATIVE); k++) {
      if (tokens.in(k, Vocabulary.COPULAS)) {
        return closed(mentions.read(mentions.skipFillers(k + 1, Vocabulary.FILLERS), false));
      }
    }
    return null;
  }

  private @Nullable Claim itIs(int i) {
    if (!tokens.in(i, IT) || tokens.in(i - 1, Vocabulary.HYPOTHETICAL)) {
      return null;
    }
    int k = i + 1;
    boolean modal = tokens.is(k, "must") || tokens.is(k, "should") || tokens.is(k, "has");
    k += modal ? 1 : 0;
    k += tokens.is(k, "to") ? 1 : 0;
    if (!tokens.in(k, Vocabulary.COPULAS)) {
      return null;
    }
    return closed(mentions.read(mentions.skipFillers(k + 1, Vocabulary.FILLERS), false));
  }

  /** "leaves only C", "only C remains", "C is the only one left". */
  private @Nullable Claim remaining(int i) {
    if (tokens.in(i, LEAVE)) {
      return closed(mentions.read(mentions.skipFillers(i + 1, CHOOSE_FILLERS), false));
    }
    if (!tokens.is(i, "only")) {
      return null;
    }
    int k = mentions.skipFillers(i + 1, CHOOSE_FILLERS);
    Mention mention = mentions.read(k, false);
    if (mention == null || mention.choice() == null) {
      return null;
    }
    int verb = mention.next() + (tokens.is(mention.next(), "is") ? 1 : 0);
    return tokens.in(verb, REMAIN) ? Claim.of(mention, RULE) : null;
  }

  /** A mention behind which the statement ends. */
  private @Nullable Claim closed(@Nullable Mention mention) {
    return mention != null && (mention.choice() == null || mentions.isHardEnd(mention.next()))
        ? Claim.of(mention, RULE)
        : null;
  }

  /** "C is correct", "(C) is the right one", "C: correct". */
  private @Nullable Claim praised(int i) {
    int letter = mentions.skipOpeners(i);
    boolean named = tokens.in(i - 1, Vocabulary.NAMERS);
    String choice = mentions.choiceAt(letter, letter > i || named);
    int k = mentions.skipClosers(letter + 1);
    if (choice == null || (letter > i && k == letter + 1)) {
      return null;
    }
    boolean graded =
        tokens.is(k, ".") && tokens.in(k + 1, Vocabulary.POSITIVE) && mentions.isEnd(k + 2);
    boolean said = graded || tokens.is(k, ":") || tokens.is(k, "—") || tokens.is(k, "-");
    k += said ? 1 : 0;
    // "C选项正确"
    k += tokens.is(k + 1, "项") || tokens.is(k + 1, "項") ? 2 : 0;
    int verb = k;
    while (!said && k < verb + 3 && isVerb(k)) {
      k++;
    }
    boolean bracket = mentions.isCloser(letter + 1);
    if (k == verb && !said && !bracket && !tokens.isForeign(k)) {
      return null;
    }
    int adjective = k;
    while (adjective < k + 4 && isBeforePraise(adjective)) {
      adjective++;
    }
    boolean only = tokens.is(adjective - 1, "only") && !mentions.isDenied(adjective);
    if (!tokens.in(adjective, Vocabulary.POSITIVE) && !(only && isThing(adjective))) {
      return null;
    }
    int front = named ? i - 2 : i - 1;
    if (tokens.in(front, Vocabulary.JOINERS) && mentions.choiceAt(front - 1, false) != null) {
      return new Claim(null, letter, letter, RULE);
    }
    // "Vitamin C is the answer" names a thing, no option.
    boolean part = !named && letter == i && tokens.isWord(front) && !mayStand(front);
    return part || isUnsure(front) || isUnsure(adjective + 1)
        ? null
        : new Claim(choice, letter, letter, RULE);
  }

  private boolean mayStand(int front) {
    return tokens.isForeign(front)
        || tokens.in(front, Vocabulary.FILLERS)
        || tokens.in(front, Vocabulary.CONNECTORS)
        || tokens.in(front, Vocabulary.CONCLUDE)
        || tokens.in(front, Vocabulary.REVISE)
        || tokens.in(front, Vocabulary.DETERMINERS);
  }

  private boolean isVerb(int k) {
    return tokens.in(k, Vocabulary.COPULAS)
        || tokens.is(k, "must")
        || tokens.is(k, "has")
        || tokens.is(k, "to")
        || tokens.is(k, "seems")
        || tokens.is(k, "should")
        || tokens.is(k, "would");
  }

  private boolean isBeforePraise(int k) {
    return !tokens.in(k, Vocabulary.POSITIVE)
        && (tokens.in(k, Vocabulary.DETERMINERS)
            || (tokens.in(k, Vocabulary.FILLERS) && !isThing(k))
            || tokens.is(k, "only"));
  }

  private boolean isThing(int k) {
    return tokens.in(k, Vocabulary.NAMERS) || tokens.is(k, "one") || tokens.is(k, "possibility");
  }

  private boolean isUnsure(int k) {
    return tokens.in(k, Vocabulary.HYPOTHETICAL)
        || tokens.in(k, Vocabulary.NEGATIVE)
        || tokens.in(k, Vocabulary.SEVERAL)
        || tokens.is(k, "when")
        || (tokens.is(k, "that") && tokens.in(k - 1, SUPPOSED))
        || tokens.is(k, "about")
        || tokens.is(k, "?")
        || tokens.is(k, "only");
  }
}
