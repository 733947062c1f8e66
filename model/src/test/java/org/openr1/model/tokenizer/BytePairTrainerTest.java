package org.openr1.model.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BytePairTrainerTest {
  @TempDir Path directory;

  @Test
  void keepsDigitsAndPunctuationSingleAndJoinsAWordWithItsSpace() throws IOException {
    try (Tokenizer tokenizer = SmallTokenizer.loadFrom(directory)) {
      assertThat(pieces(tokenizer, " valor?12,,3"))
          .containsExactly(" valor", "?", "1", "2", ",", ",", "3");
      assertThat(pieces(tokenizer, "x = 12")).containsExactly("x", " =", " ", "1", "2");
    }
  }

  @Test
  void houseTokensAreSingleIdsAndOnlyTheSpecialOnesAreSkipped() throws IOException {
    try (Tokenizer tokenizer = SmallTokenizer.loadFrom(directory)) {
      String text = "<|user|>hi<|end|><|assistant|><think>a</think><answer>b</answer><|end|>";
      int[] ids = tokenizer.encode(text);
      assertThat(ids).contains(0 + 1, 2, 3, 4, 5, 6, 7);
      assertThat(tokenizer.decode(ids, false)).isEqualTo(text);
      assertThat(tokenizer.decode(ids, true)).isEqualTo("hi<think>a</think><answer>b</answer>");
      assertThat(tokenizer.eosId()).isEqualTo(3);
      assertThat(tokenizer.padId()).isZero();
      assertThat(tokenizer.bosId()).isEmpty();
      assertThat(tokenizer.idOf("<think>")).hasValue(4);
      assertThat(tokenizer.idOf("<unheard of>")).isEmpty();
      assertThat(tokenizer.addedTokens()).isEqualTo(BytePairTrainer.houseTokens());
      assertThat(tokenizer.vocabSize()).isEqualTo(SmallTokenizer.train().size());
    }
  }

  @Test
  void everyTextComesBackFromItsIds() throws IOException {
    Random random = new Random(7);
    try (Tokenizer tokenizer = SmallTokenizer.loadFrom(directory)) {
      for (int round = 0; round < 300; round++) {
        int bound = round % 2 == 0 ? 0x3000 : 0x110000;
        int[] points =
            IntStream.generate(() -> random.nextInt(bound))
                .filter(p -> p < 0xD800 || p > 0xDFFF)
                .limit(random.nextInt(40))
                .toArray();
        String text = new String(points, 0, points.length);
        int[] ids = tokenizer.encode(text);
        assertThat(tokenizer.decode(ids, false)).isEqualTo(text);
        assertThat(Arrays.stream(ids).allMatch(id -> id < tokenizer.vocabSize())).isTrue();
      }
    }
  }

  @Test
  void theSameTextsInAnotherOrderGiveTheSameTokenizer() {
    List<String> shuffled = SmallTokenizer.texts();
    Collections.shuffle(shuffled, new Random(3));
    assertThat(BytePairTrainer.train(shuffled, 400, BytePairTrainer.houseChatTemplate(), 512))
        .isEqualTo(SmallTokenizer.train());
  }

  @Test
  void learnsTheMostFrequentPairFirst() {
    BytePairTokenizer trained = BytePairTrainer.train(List.of("abab ab", "abc"), 265, "", 8);
    assertThat(trained.merges()).containsExactly("a b");
    assertThat(trained.size()).isEqualTo(265);
  }

  @Test
  void stopsWhenNoPairRepeats() {
    assertThat(BytePairTrainer.train(List.of("abc"), 400, "", 8).merges()).isEmpty();
  }

  @Test
  void aVocabularyWithoutRoomForTheBytesIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BytePairTrainer.train(List.of(), 263, "", 8))
        .withMessageContaining("263");
  }

  private static List<String> pieces(Tokenizer tokenizer, String text) {
    return Arrays.stream(tokenizer.encode(text))
        .mapToObj(id -> tokenizer.decode(new int[] {id}, false))
        .toList();
  }
}
