package org.openr1.verify.choice;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Answers in a form made for machines: a JSON field, a box, an element, doubled brackets. */
final class FormalMarks {
  private static final String NEWLINE = Tokens.NEWLINE;
  private static final int LONGEST_CONTENT = 60;

  private final Tokens tokens;
  private final Mentions mentions;
  private final AnswerPhrases phrases;

  FormalMarks(Tokens tokens, Mentions mentions, AnswerPhrases phrases) {
    this.tokens = tokens;
    this.mentions = mentions;
    this.phrases = phrases;
  }

  /** The last of each kind from the token on. */
  List<Claim> find(int from) {
    List<Claim> found = new ArrayList<>();
    for (@Nullable Claim claim :
        new @Nullable Claim[] {json(from), box(from), tag(from), doubled(from)}) {
      if (claim != null) {
        found.add(claim);
      }
    }
    return found;
  }

  private @Nullable Claim json(int from) {
    Claim last = null;
    for (int i = from; i < tokens.size(); i++) {
      int colon = isQuote(i) ? keyEnd(i + 1) : -1;
      if (colon >= 0) {
        Claim claim = value(colon + 1);
        if (claim == null) {
          continue;
        }
        boolean same = last == null || Objects.equals(claim.choice(), last.choice());
        last = same ? claim : new Claim(null, claim.first(), claim.last(), "json");
      }
    }
    return last;
  }

  private boolean isQuote(int i) {
    return tokens.is(i, "\"") || tokens.is(i, "'");
  }

  /** The colon behind a key of JSON that names the answer; -1 when there is none. */
  private int keyEnd(int i) {
    String key = tokens.word(i);
    int k = i + 1;
    if (tokens.isWord(k)) {
      key += "_" + tokens.word(k++);
    }
    boolean colon = isQuote(k) && tokens.is(k + 1, ":");
    return colon && Vocabulary.JSON_KEYS.contains(key) ? k + 1 : -1;
  }

  private @Nullable Claim value(int i) {
    int start = tokens.is(i, NEWLINE) ? i + 1 : i;
    if (tokens.is(start, "null")) {
      return new Claim(null, start, start, "json");
    }
    if (isQuote(start)) {
      int end = start + 1;
      while (end < start + LONGEST_CONTENT && end < tokens.size() && !isQuote(end)) {
        end++;
      }
      return content(start, end, "json");
    }
    boolean bare = tokens.is(start, "[") || mentions.choiceAt(start, true) != null;
    return bare ? content(start, start + 3, "json") : null;
  }

  /** The last box that holds a choice; boxes joined by "or" and the like count as one. */
  private @Nullable Claim box(int from) {
    Claim last = null;
    int lastEnd = -1;
    List<Integer> open = new ArrayList<>();
    for (int i = from; i < tokens.size(); i++) {
      boolean box = isBox(i);
      if (box && !tokens.is(i + 1, "{")) {
        Mention mention = mentions.read(i + 1, true);
        last = mention == null ? last : Claim.of(mention, "boxed");
      } else if (tokens.is(i, "{")) {
        open.add(i);
      } else if (tokens.is(i, "}") && !open.isEmpty()) {
        int start = open.removeLast();
        Claim claim = isBox(start - 1) ? content(start + 1, i, "boxed") : null;
        if (claim != null) {
          boolean joined = last != null && isJoined(lastEnd + 1, start - 1);
          boolean same =
              last != null && claim.choice() != null && claim.choice().equals(last.choice());
          last = joined && !same ? new Claim(null, claim.first(), claim.last(), "boxed") : claim;
          lastEnd = i;
        }
      }
    }
    return last;
  }

  private boolean isBox(int i) {
    return tokens.is(i, "\\boxed") || tokens.is(i, "\\fbox") || tokens.is(i, "\\framebox");
  }

  private boolean isJoined(int from, int to) {
    for (int k = from; k < to; k++) {
      if (to - from > 3 || !tokens.in(k, Vocabulary.JOINERS)) {
        return false;
      }
    }
    return true;
  }

  /** The last element that holds a choice. Its end may be missing: it is often a stop string. */
  private @Nullable Claim tag(int from) {
    Claim last = null;
    for (int i = from; i < tokens.size(); i++) {
      if (tokens.is(i, "<") && tokens.in(i + 1, Vocabulary.TAGS) && tokens.is(i + 2, ">")) {
        int start = i + 3;
        while (tokens.is(start, NEWLINE)) {
          start++;
        }
        Claim claim = content(start, start + LONGEST_CONTENT, "answer tag");
        last = claim == null ? last : claim;
      }
    }
    return last;
  }

  private @Nullable Claim doubled(int from) {
    Claim last = null;
    for (int i = from; i < tokens.size(); i++) {
      if (tokens.is(i, "[") && tokens.is(i + 1, "[")) {
        Mention mention = mentions.read(i, true);
        if (mention != null && tokens.is(mention.next() - 1, "]")) {
          Claim claim = Claim.of(mention, "double brackets");
          boolean joined = last != null && i - last.last() <= 5 && last.choice() == null;
          last = joined ? last : claim;
        }
      }
    }
    return last;
  }

  /** The choice that the content of a mark starts with or announces. */
  private @Nullable Claim content(int from, int to, String rule) {
    Mention mention = mentions.read(mentions.skipFillers(from, Vocabulary.FILLERS), true);
    if (mention != null && mention.first() < to) {
      return Claim.of(mention, rule);
    }
    Claim claim = from < to && to - from <= LONGEST_CONTENT ? phrases.firstIn(from, to) : null;
    return claim == null ? null : new Claim(claim.choice(), claim.first(), claim.last(), rule);
  }
}
