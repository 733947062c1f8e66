package org.openr1.verify.choice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the choice that a text states as its answer. Stateless; takes time linear in the length of
 * the text, of which at most the last 2^17 characters behind the reasoning are read.
 *
 * <p>From the strongest kind of statement to the weakest: a JSON field, a box, an answer element;
 * an announced answer; a verdict; a sentence; the last and the first line. Of one kind the last one
 * counts. Statements that contradict each other without a word that takes the first one back leave
 * the text undecided.
 */
public final class ChoiceExtractor {
  private static final int NEAR = 6;
  private static final int LONGEST_TEXT = 1 << 17;

  private final Tokens tokens;
  private final Mentions mentions;
  private final AnswerPhrases phrases;

  private ChoiceExtractor(Tokens tokens, Choices choices) {
    this.tokens = tokens;
    this.mentions = new Mentions(tokens, choices);
    this.phrases = new AnswerPhrases(tokens, mentions);
  }

  /**
   * The choice the text states as its answer: a capital letter or a lower-case word. Empty when
   * nothing is stated, the text is undecided or names several. Never throws on any text.
   */
  public static Optional<StatedChoice> find(String text, Choices choices) {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(choices, "choices");
    Reasoning.Span span = Reasoning.visible(text);
    int end = span.end();
    while (end > span.start() && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    int start = Math.max(span.start(), end - LONGEST_TEXT);
    String plain = PlainText.of(text.substring(start, end));
    Tokens tokens = new Tokens(plain, 0, plain.length());
    Claim claim = new ChoiceExtractor(tokens, choices).decide();
    if (claim == null || claim.choice() == null) {
      return Optional.empty();
    }
    int first = start + tokens.start(claim.first());
    int last = start + tokens.end(claim.last());
    last += Character.isHighSurrogate(text.charAt(last - 1)) ? 1 : 0;
    return Optional.of(new StatedChoice(claim.choice(), first, last, claim.rule()));
  }

  /**
   * Whether the text states the choice that {@code gold} names: "B", "(B)", "B) the mitochondrion",
   * "yes". Never so when the gold names none.
   */
  public static boolean matches(String gold, String text, Choices choices) {
    Objects.requireNonNull(gold, "gold");
    Optional<String> wanted = find(gold, choices).map(StatedChoice::choice);
    return wanted.isPresent() && wanted.equals(find(text, choices).map(StatedChoice::choice));
  }

  private @Nullable Claim decide() {
    int taken = Retraction.last(tokens);
    if (taken >= 0) {
      Claim corrected = Retraction.correction(tokens, mentions, taken);
      Claim later = stated(taken, true);
      if (later != null || corrected != null) {
        return later != null ? later : corrected;
      }
      if (Retraction.denies(tokens, taken)) {
        Claim line = new Lines(tokens, mentions).find();
        return line != null && line.first() > taken ? line : null;
      }
    }
    return stated(0, false);
  }

  private @Nullable Claim stated(int from, boolean revised) {
    List<Claim> announced = firstQuestion(phrases.find(from));
    List<Claim> formal = new FormalMarks(tokens, mentions, phrases).find(from);
    if (!formal.isEmpty()) {
      List<Claim> together = new ArrayList<>(formal);
      int lastMark = formal.stream().mapToInt(Claim::last).max().orElse(0);
      announced.stream().filter(c -> c.first() > lastMark).forEach(together::add);
      return agreed(together);
    }
    if (!announced.isEmpty()) {
      return lastOf(announced);
    }
    List<Claim> verdicts = new ArrayList<>(new Verdicts(tokens, mentions).find(from));
    verdicts.addAll(new Sentences(tokens, mentions).find(from));
    verdicts.sort(Comparator.comparingInt(Claim::first));
    Claim line = revised ? null : new Lines(tokens, mentions).find();
    if (line != null) {
      // "C. Both A and B" names its option's text.
      verdicts.removeIf(c -> c.choice() == null);
    }
    if (verdicts.isEmpty() || line == null) {
      return line == null && !verdicts.isEmpty() ? lastOf(verdicts) : line;
    }
    Claim verdict = verdicts.getLast();
    if (line.first() > verdict.first()) {
      return line;
    }
    return isOnLineOf(line, verdict) ? agreed(List.of(line, verdict)) : lastOf(verdicts);
  }

  /** The first when all state the same. */
  private static @Nullable Claim agreed(List<Claim> claims) {
    Claim first = claims.getFirst();
    boolean same = claims.stream().allMatch(c -> Objects.equals(c.choice(), first.choice()));
    return same ? first : null;
  }

  /** The last, unless another choice is stated in the same way directly before it. */
  private @Nullable Claim lastOf(List<Claim> claims) {
    Claim last = claims.getLast();
    Claim before = claims.size() > 1 ? claims.get(claims.size() - 2) : last;
    boolean same = Objects.equals(last.choice(), before.choice());
    boolean far = last.first() - before.last() > NEAR;
    return same || far || isRevised(before.last(), last.first()) ? last : null;
  }

  private boolean isOnLineOf(Claim first, Claim second) {
    for (int i = first.last(); i < second.first(); i++) {
      if (tokens.isLineEnd(i)) {
        return false;
      }
    }
    return true;
  }

  private boolean isRevised(int from, int to) {
    for (int i = from; i < to; i++) {
      if (tokens.in(i, Vocabulary.REVISE)) {
        return true;
      }
    }
    return false;
  }

  /** Leaves out what follows a new question: a model without a stop string goes on asking. */
  private List<Claim> firstQuestion(List<Claim> claims) {
    for (int c = 0; c + 1 < claims.size(); c++) {
      int end = claims.get(c + 1).first();
      for (int i = claims.get(c).last(); i < end; i++) {
        boolean question = tokens.is(i + 1, "question") || tokens.is(i + 1, "q");
        boolean mark = tokens.is(i + 2, ":") || tokens.is(i + 3, ":");
        if (tokens.is(i, Tokens.NEWLINE) && question && mark) {
          return claims.subList(0, c + 1);
        }
      }
    }
    return claims;
  }
}
