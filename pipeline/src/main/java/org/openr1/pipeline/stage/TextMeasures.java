package org.openr1.pipeline.stage;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.openr1.eval.CompletionMeasures;
import org.openr1.verify.language.LanguageConsistency;
import org.openr1.verify.language.TinyLanguage;
import org.openr1.verify.language.TinyWord;

/** Language and reflection of completions. */
enum TextMeasures implements CompletionMeasures {
  /** The closed vocabulary of the tiny world. */
  TINY {
    @Override
    public double languageConsistency(String completion, String language) {
      return LanguageConsistency.of(LanguageConsistency.chainOfThought(completion), language);
    }

    @Override
    public boolean reflective(String completion) {
      return WORD.splitAsStream(completion.toLowerCase(Locale.ROOT)).anyMatch(TINY_WORDS::contains);
    }
  },

  /**
   * Real text: function words and script; reflective words after the paper's list (spec 1.9, C4).
   */
  REAL {
    @Override
    public double languageConsistency(String completion, String language) {
      return LanguageConsistency.ofRealText(
              LanguageConsistency.chainOfThought(completion), language)
          .orElse(1.0);
    }

    @Override
    public boolean reflective(String completion) {
      return WORD.splitAsStream(completion.toLowerCase(Locale.ROOT)).anyMatch(REAL_WORDS::contains);
    }
  };

  private static final Pattern WORD = Pattern.compile("[^\\p{L}]+");

  private static final Set<String> TINY_WORDS =
      Set.of(TinyWord.WAIT.in(TinyLanguage.EN), TinyWord.WAIT.in(TinyLanguage.ES));

  private static final Set<String> REAL_WORDS =
      Set.of(
          "wait",
          "mistake",
          "however",
          "but",
          "retry",
          "error",
          "verify",
          "wrong",
          "evaluate",
          "check");
}
