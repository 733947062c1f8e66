package org.openr1.verify.choice;

import java.util.List;
import java.util.Locale;

/** What can be chosen: the first n capital letters, or a few words such as yes, no, maybe. */
public sealed interface Choices {
  /** The labels of PubMedQA. */
  Choices YES_NO_MAYBE = new Words(List.of("yes", "no", "maybe"));

  /** The first {@code count} capital letters. */
  static Choices letters(int count) {
    return new Letters(count);
  }

  /**
   * The first capital letters.
   *
   * @param count how many, 2 to 26
   */
  record Letters(int count) implements Choices {
    public Letters {
      if (count < 2 || count > 26) {
        throw new IllegalArgumentException("count must be 2 to 26, not " + count);
      }
    }
  }

  /**
   * Words, told apart without regard to case.
   *
   * @param words at least two different words of letters and digits, kept in lower case
   */
  record Words(List<String> words) implements Choices {
    public Words {
      words = words.stream().map(w -> w.toLowerCase(Locale.ROOT)).distinct().toList();
      if (words.size() < 2) {
        throw new IllegalArgumentException("two words or more are needed, not " + words);
      }
      for (String word : words) {
        if (word.isEmpty() || !word.chars().allMatch(Character::isLetterOrDigit)) {
          throw new IllegalArgumentException("not a word: '" + word + "'");
        }
      }
    }
  }
}
