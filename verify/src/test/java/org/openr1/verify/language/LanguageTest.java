package org.openr1.verify.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LanguageTest {
  @Test
  void noWordOfTheTinyWorldBelongsToBothLanguages() {
    assertThat(Lexicon.tiny().shared()).isEmpty();
    for (TinyLanguage language : TinyLanguage.values()) {
      assertThat(TinyWord.all(language)).hasSameSizeAs(TinyWord.values());
      assertThat(TinyWord.all(language)).allMatch(word -> word.matches("[a-z]{2,}"));
    }
    assertThat(Arrays.asList(TinyWord.values())).containsAll(TinyWord.reflective());
  }

  @Test
  void consistencyIsTheShareOfTargetWords() {
    assertThat(LanguageConsistency.of("wait check:\nleast 3:47\nasi 347", "en"))
        .isEqualTo(0.75, within(1e-12));
    assertThat(LanguageConsistency.of("wait check:\nleast 3:47\nasi 347", "es"))
        .isEqualTo(0.25, within(1e-12));
    assertThat(LanguageConsistency.of("a=3\nb=3+4=7", "es")).isEqualTo(1.0);
    assertThatThrownBy(() -> LanguageConsistency.of("wait", "fr")).hasMessageContaining("fr");
  }

  @Test
  void realTextIsToldByScriptAndFunctionWords() {
    assertThat(LanguageConsistency.ofRealText("首先,我们计算总数。", "zh")).hasValue(1.0);
    assertThat(LanguageConsistency.ofRealText("首先我们 calculate", "zh").orElseThrow())
        .isEqualTo(0.8, within(1e-12));
    String english = "First we find the total of the apples, and then we divide it by two.";
    assertThat(LanguageConsistency.ofRealText(english, "en").orElseThrow()).isGreaterThan(0.95);
    assertThat(LanguageConsistency.ofRealText(english, "es").orElseThrow()).isLessThan(0.05);
    assertThat(
            LanguageConsistency.ofRealText("Primero hallamos el total de las manzanas.", "es")
                .orElseThrow())
        .isGreaterThan(0.95);
    assertThat(LanguageConsistency.ofRealText("12 + 3", "en")).isEmpty();
  }

  @Test
  void theChainOfThoughtOfAStrictResponseIsItsThinking() {
    assertThat(LanguageConsistency.chainOfThought("<think>so</think><answer>asi</answer>"))
        .isEqualTo("so");
    assertThat(LanguageConsistency.chainOfThought("<think>so asi 4").strip()).isEqualTo("so asi 4");
  }
}
