package org.openr1.data.general;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.openr1.data.Instruction;
import org.openr1.data.PreferencePair;
import org.openr1.data.procedural.Split;
import org.openr1.verify.ResponseFormat;
import org.openr1.verify.language.LanguageConsistency;
import org.openr1.verify.language.TinyLanguage;
import org.openr1.verify.language.TinyWord;

class GeneralDataTest {
  private static final List<PreferencePair> PAIRS = GeneralData.pairs(4_000, 5, Split.TRAIN);

  private static List<String> words(String text) {
    return Arrays.stream(text.split("[ :?]+")).toList();
  }

  @Test
  void answersDoWhatIsAsked() {
    for (Instruction instruction : GeneralData.instructions(700, 2, Split.TRAIN)) {
      List<String> asked = words(instruction.prompt());
      List<String> answer = words(instruction.answer());
      switch (GeneralKind.valueOf(instruction.kind().toUpperCase(java.util.Locale.ROOT))) {
        case COPY -> assertThat(answer).isEqualTo(asked.subList(1, asked.size()));
        case REVERSE -> assertThat(answer).isEqualTo(asked.subList(1, asked.size()).reversed());
        case LIST -> assertThat(asked.subList(2, asked.size())).containsSubsequence(answer);
        case REPHRASE -> {
          List<String> sentence = asked.subList(1, asked.size());
          assertThat(answer).hasSameSizeAs(sentence).doesNotHaveDuplicates();
          assertThat(answer.stream().filter(sentence::contains)).hasSize(3);
        }
        case GREET ->
            assertThat(Phrases.NAMES).anyMatch(n -> asked.contains(n) && answer.contains(n));
        case REFUSE ->
            assertThat(answer).containsAnyOf("sorry", "perdon").containsAnyOf("never", "nunca");
        case HELP -> assertThat(answer).containsAll(asked.subList(1, asked.size()));
      }
    }
  }

  @Test
  void chosenAndRejectedHaveBalancedLengths() {
    List<ToIntFunction<String>> lengths = List.of(String::length, text -> words(text).size());
    for (ToIntFunction<String> length : lengths) {
      double chosen =
          PAIRS.stream().mapToInt(p -> length.applyAsInt(p.chosen())).average().orElseThrow();
      double rejected =
          PAIRS.stream().mapToInt(p -> length.applyAsInt(p.rejected())).average().orElseThrow();
      assertThat(chosen / rejected).isEqualTo(1, within(0.03));
      double longerWins =
          PAIRS.stream()
              .mapToInt(
                  p ->
                      Integer.signum(
                          length.applyAsInt(p.chosen()) - length.applyAsInt(p.rejected())))
              .mapToDouble(sign -> (sign + 1) / 2.0)
              .average()
              .orElseThrow();
      assertThat(longerWins).isEqualTo(0.5, within(0.05));
    }
  }

  @Test
  void everyKindComesInBothLanguages() {
    Set<String> kinds =
        PAIRS.stream().map(p -> p.kind() + p.language()).collect(Collectors.toSet());
    assertThat(kinds).hasSize(2 * GeneralKind.values().length);
    assertThat(
            GeneralData.instructions(70, 1, Split.TRAIN).stream()
                .map(i -> i.kind() + i.language())
                .distinct())
        .hasSize(14);
  }

  @Test
  void heldOutPromptsAreNotAmongTheTrainingPrompts() {
    Set<String> train =
        PAIRS.stream().map(PreferencePair::prompt).collect(Collectors.toCollection(HashSet::new));
    GeneralData.instructions(1_200, 8, Split.TRAIN).forEach(i -> train.add(i.prompt()));
    for (Split split : List.of(Split.VALIDATION, Split.TEST)) {
      assertThat(GeneralData.pairs(600, 9, split)).noneMatch(p -> train.contains(p.prompt()));
      assertThat(GeneralData.instructions(150, 9, split))
          .noneMatch(i -> train.contains(i.prompt()));
    }
  }

  @Test
  void setsAreSeededAndHaveNoRepeats() {
    assertThat(GeneralData.pairs(300, 5, Split.TRAIN)).isEqualTo(PAIRS.subList(0, 300));
    assertThat(GeneralData.pairs(300, 6, Split.TRAIN)).isNotEqualTo(PAIRS.subList(0, 300));
    assertThat(PAIRS.stream().map(p -> List.of(p.prompt(), p.chosen(), p.rejected())))
        .doesNotHaveDuplicates();
    assertThat(GeneralData.instructions(1_200, 5, Split.TRAIN).stream().map(Instruction::prompt))
        .doesNotHaveDuplicates();
    assertThatThrownBy(() -> GeneralData.instructions(20_000, 5, Split.TEST))
        .hasMessageContaining("no more");
  }

  @Test
  void textsUseTheClosedVocabularyInTheirLanguage() {
    Set<String> known = new HashSet<>(Phrases.NAMES);
    known.add("i");
    for (TinyLanguage language : TinyLanguage.values()) {
      known.addAll(TinyWord.all(language));
    }
    for (PreferencePair pair : PAIRS) {
      assertThat(known).containsAll(words(pair.prompt())).containsAll(words(pair.rejected()));
      assertThat(LanguageConsistency.of(pair.prompt() + " " + pair.chosen(), pair.language()))
          .isEqualTo(1.0);
    }
  }

  @Test
  void aHouseResponseIsStrictAndInOneLanguage() {
    String response = GeneralData.houseResponse("es", "rojo gato");
    assertThat(ResponseFormat.parse(response))
        .contains(new ResponseFormat.Parts("facil", "rojo gato"));
  }
}
