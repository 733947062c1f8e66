package org.openr1.reward.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openr1.reward.PythonText;

/** How a text falls into words. */
enum Words {
  /** Lower-cased, between whitespace. */
  ENGLISH("en") {
    @Override
    List<String> of(String text) {
      return PythonText.words(text.toLowerCase(Locale.ROOT));
    }
  },
  /**
   * Han characters by twos from the start of each run of them (most Chinese words have two; jieba's
   * dictionary, which open-r1 uses, is not needed to see that a text repeats itself), other letters
   * and digits by runs, any other character but whitespace alone.
   */
  CHINESE("zh") {
    @Override
    List<String> of(String text) {
      String lower = text.toLowerCase(Locale.ROOT);
      List<String> words = new ArrayList<>();
      int at = 0;
      while (at < lower.length()) {
        int end = wordEnd(lower, at);
        String word = lower.substring(at, end);
        if (!PythonText.isSpace(word.codePointAt(0))) {
          words.add(word);
        }
        at = end;
      }
      return words;
    }
  };

  private static final int HAN_WORD = 2;
  private final String language;

  Words(String language) {
    this.language = language;
  }

  abstract List<String> of(String text);

  /**
   * The rule for that language.
   *
   * @throws IllegalArgumentException naming it and those there are
   */
  static Words byLanguage(String language) {
    for (Words words : values()) {
      if (words.language.equals(language)) {
        return words;
      }
    }
    throw new IllegalArgumentException(
        "no rule for the words of language '" + language + "'; there are: en, zh");
  }

  private static int wordEnd(String text, int at) {
    int first = text.codePointAt(at);
    int end = at + Character.charCount(first);
    if (isHan(first)) {
      boolean two = end < text.length() && isHan(text.codePointAt(end));
      return two ? text.offsetByCodePoints(at, HAN_WORD) : end;
    }
    while (Character.isLetterOrDigit(first) && end < text.length()) {
      int next = text.codePointAt(end);
      if (isHan(next) || !Character.isLetterOrDigit(next)) {
        break;
      }
      end += Character.charCount(next);
    }
    return end;
  }

  private static boolean isHan(int c) {
    return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
  }
}
