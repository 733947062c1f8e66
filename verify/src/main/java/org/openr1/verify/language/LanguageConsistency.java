package org.openr1.verify.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.openr1.verify.ResponseFormat;

/**
 * The language-consistency measure of DeepSeek-R1 (arXiv 2501.12948, section 2.3.2): the share of
 * words of the chain of thought that are in the target language.
 */
public final class LanguageConsistency {
  private static final LanguageDetector TINY = Lexicon.tiny();
  private static final LanguageDetector STOP_WORDS = Lexicon.stopWords();

  private LanguageConsistency() {}

  /**
   * Share of target-language words by the closed vocabulary of the tiny world, 1 when no word
   * tells.
   *
   * @param language {@code en} or {@code es}
   */
  public static double of(String text, String language) {
    return TINY.share(text, language).orElse(1.0);
  }

  /**
   * Detector for real text: Chinese by its script (a Han character counts as a word), English and
   * Spanish by frequent function words among the rest.
   */
  public static OptionalDouble ofRealText(String text, String language) {
    List<Integer> han = new ArrayList<>();
    int latinWords = 0;
    boolean inWord = false;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      Character.UnicodeScript script = Character.UnicodeScript.of(c);
      if (script == Character.UnicodeScript.HAN) {
        han.add(c);
      }
      boolean latin = script == Character.UnicodeScript.LATIN;
      latinWords += latin && !inWord ? 1 : 0;
      inWord = latin;
    }
    int all = han.size() + latinWords;
    if (all == 0) {
      return OptionalDouble.empty();
    }
    if (language.toLowerCase(Locale.ROOT).equals("zh")) {
      return OptionalDouble.of((double) han.size() / all);
    }
    double among = STOP_WORDS.share(text, language).orElse(1.0);
    return OptionalDouble.of(among * latinWords / all);
  }

  /** The thinking of a strict response, otherwise the whole text without the tags. */
  public static String chainOfThought(String completion) {
    return ResponseFormat.parse(completion)
        .map(ResponseFormat.Parts::thinking)
        .orElseGet(
            () -> {
              String text = completion;
              for (String tag : ResponseFormat.TAGS) {
                text = text.replace(tag, " ");
              }
              return text;
            });
  }
}
