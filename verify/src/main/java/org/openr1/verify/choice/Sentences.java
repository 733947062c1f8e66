package org.openr1.verify.choice;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Sentences that as a whole state a choice: a conclusion or the last sentence that names a single
 * option, or a sentence with nothing in it but the choice and words around it.
 */
final class Sentences {
  private static final String RULE = "sentence";
  private static final int LONGEST_BARE = 10;

  private final Tokens tokens;
  private final Mentions mentions;

  Sentences(Tokens tokens, Mentions mentions) {
    this.tokens = tokens;
    this.mentions = mentions;
  }

  /** All such sentences from the token on, in their order. */
  List<Claim> find(int from) {
    List<Claim> found = new ArrayList<>();
    int size = tokens.size();
    int last = lastSentence(from);
    int start = from;
    while (start < size) {
      int end = start;
      while (end < size && !tokens.isSentenceEnd(end)) {
        end++;
      }
      Claim claim = end > start ? claim(start, end, start >= last, start == from) : null;
      if (claim != null) {
        found.add(claim);
      }
      start = end + 1;
    }
    return found;
  }

  private int lastSentence(int from) {
    int end = tokens.size();
    while (end > from && tokens.isSentenceEnd(end - 1)) {
      end--;
    }
    while (end > from && !tokens.isSentenceEnd(end - 1)) {
      end--;
    }
    return end;
  }

  private @Nullable Claim claim(int start, int end, boolean last, boolean first) {
    if (tokens.is(end, "?")) {
      return null;
    }
    Claim bare = (last || first) && end - start <= LONGEST_BARE ? bare(start, end) : null;
    if (bare != null || mentions.ofWords()) {
      return bare;
    }
    return last || isConclusion(start) ? single(start, end, last) : null;
  }

  private boolean isConclusion(int start) {
    return tokens.in(start, Vocabulary.CONCLUDE)
        || tokens.phrase(start, Vocabulary.CONCLUDE_PHRASES) > 0
        || (tokens.is(start, "in") && tokens.in(start + 1, Vocabulary.CONCLUDE));
  }

  /** "Definitely C", "I think (B)", "probably yes". */
  private @Nullable Claim bare(int start, int end) {
    Mention only = null;
    int around = 0;
    int k = start;
    while (k < end) {
      boolean pronoun = tokens.is(k, "i") && tokens.isWord(k + 1);
      Mention mention = pronoun ? null : mentions.read(k, false);
      if (mention != null) {
        if (tokens.in(mention.first(), Vocabulary.NONE)) {
          return null;
        }
        boolean same = only == null || Objects.equals(only.choice(), mention.choice());
        if (!same || mention.choice() == null) {
          return new Claim(null, mention.first(), mention.last(), RULE);
        }
        only = mention;
        k = mention.next();
      } else if (pronoun
          || tokens.in(k, Vocabulary.FILLERS)
          || tokens.is(k, ",")
          || tokens.is(k, "'d")
          || tokens.is(k, "guess")) {
        k++;
        around++;
      } else {
        return null;
      }
    }
    // A line that is nothing but a choice may belong to a list; the rule of lines looks at that.
    boolean line = start == 0 || tokens.is(start - 1, Tokens.NEWLINE);
    return only == null || (line && around == 0) ? null : Claim.of(only, RULE);
  }

  /** The only option that a sentence names, when nothing in it denies. */
  private @Nullable Claim single(int start, int end, boolean last) {
    Mention only = null;
    boolean fits = isConclusion(start);
    for (int k = start; k < end; k++) {
      if (tokens.in(k, Vocabulary.NEGATIVE)
          || tokens.in(k, Vocabulary.HYPOTHETICAL)
          || tokens.in(k, Vocabulary.SEVERAL)) {
        return null;
      }
      boolean word = tokens.in(k, Vocabulary.FITTING);
      boolean praise = end < tokens.size() && tokens.in(k, Vocabulary.PRAISE);
      fits |= last && (word || praise);
      Mention mention = mentions.marked(k);
      if (mention != null) {
        boolean same = only == null || Objects.equals(only.choice(), mention.choice());
        if (!same || mentions.isList(mention)) {
          return null;
        }
        only = mention;
      }
    }
    boolean cut = end >= tokens.size() && (only == null || only.next() < end);
    return fits && only != null && !cut ? Claim.of(only, RULE) : null;
  }
}
