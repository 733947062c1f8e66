package org.openr1.model.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openr1.model.ModelFileException;

class TokenizerTest {
  @TempDir Path directory;

  @Test
  void offsetsAreIndicesIntoTheJavaString() throws IOException {
    String text = "x𝒳 = 5 🙂 ok";
    try (Tokenizer tokenizer = SmallTokenizer.loadFrom(directory)) {
      Encoding encoding = tokenizer.encodeWithOffsets(text);
      assertThat(encoding.ids()).isEqualTo(tokenizer.encode(text));
      int last = encoding.length() - 1;
      assertThat(text.substring(encoding.starts()[0], encoding.ends()[0])).isEqualTo("x");
      assertThat(text.substring(encoding.starts()[1], encoding.ends()[1])).isEqualTo("𝒳");
      assertThat(encoding.ends()[last]).isEqualTo(text.length());
      int five =
          IntStream.range(0, last).filter(i -> encoding.starts()[i] == 6).findFirst().orElse(-1);
      assertThat(tokenizer.decode(new int[] {encoding.ids()[five]}, false)).isEqualTo("5");
    }
  }

  @Test
  void longTextsAreNotTruncated() throws IOException {
    try (Tokenizer tokenizer = SmallTokenizer.loadFrom(directory)) {
      assertThat(tokenizer.encode("7".repeat(20_000))).hasSize(20_000);
      assertThat(tokenizer.encodeAll(List.of("1".repeat(2_000), "2"), false))
          .satisfiesExactly(
              ids -> assertThat(ids).hasSize(2_000), ids -> assertThat(ids).hasSize(1));
    }
  }

  @Test
  void aLoneSurrogateBecomesTheReplacementCharacter() throws IOException {
    try (Tokenizer tokenizer = SmallTokenizer.loadFrom(directory)) {
      int[] ids = tokenizer.encode("a\uD83Db\uDE42");
      assertThat(tokenizer.decode(ids, false)).isEqualTo("a\uFFFDb\uFFFD");
    }
  }

  @Test
  void emptyTextsAndIdListsAreEmpty() throws IOException {
    try (Tokenizer tokenizer = SmallTokenizer.loadFrom(directory)) {
      assertThat(tokenizer.encode("")).isEmpty();
      assertThat(tokenizer.decode(new int[0], false)).isEmpty();
      assertThat(tokenizer.encodeAll(List.of(), false)).isEmpty();
    }
  }

  @Test
  void negativeIdsAreRefusedAndIdsAboveTheVocabularyAreNothing() throws IOException {
    try (Tokenizer tokenizer = SmallTokenizer.loadFrom(directory)) {
      assertThat(tokenizer.decode(new int[] {4, 100_000}, false)).isEqualTo("<think>");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> tokenizer.decode(new int[] {4, -1}, false))
          .withMessageContaining("-1");
    }
  }

  @Test
  void streamingNeverSplitsACharacter() throws IOException {
    String text = "sí 🙂👩‍👧 \uFFFD 日本";
    try (Tokenizer tokenizer = SmallTokenizer.loadFrom(directory)) {
      StreamingDecoder decoder = tokenizer.streamingDecoder(true);
      StringBuilder streamed = new StringBuilder();
      for (int id : tokenizer.encode(text)) {
        String part = decoder.add(id);
        assertThat(part.isEmpty() || !Character.isHighSurrogate(part.charAt(part.length() - 1)))
            .isTrue();
        streamed.append(part);
      }
      assertThat(streamed.append(decoder.flush())).hasToString(text);
    }
  }

  @Test
  void streamingEndsAnIncompleteCharacterLikeDecodingDoes() throws IOException {
    try (Tokenizer tokenizer = SmallTokenizer.loadFrom(directory)) {
      int[] ids = tokenizer.encode("a🙂");
      StreamingDecoder decoder = tokenizer.streamingDecoder(false);
      StringBuilder streamed = new StringBuilder();
      for (int i = 0; i + 1 < ids.length; i++) {
        streamed.append(decoder.add(ids[i]));
      }
      assertThat(streamed).hasToString("a");
      assertThat(streamed.append(decoder.flush()))
          .hasToString(tokenizer.decode(ids, 0, ids.length - 1, false));
    }
  }

  @Test
  void severalThreadsShareOneTokenizer() throws Exception {
    try (Tokenizer tokenizer = SmallTokenizer.loadFrom(directory);
        ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Callable<Boolean>> tasks =
          IntStream.range(0, 200)
              .<Callable<Boolean>>mapToObj(
                  i ->
                      () -> {
                        String text = "task " + i + " = 🙂".repeat(i % 7);
                        return tokenizer.decode(tokenizer.encode(text), false).equals(text);
                      })
              .toList();
      for (Future<Boolean> result : threads.invokeAll(tasks)) {
        assertThat(result.get()).isTrue();
      }
    }
  }

  @Test
  void aMissingFileIsNamed() {
    assertThatExceptionOfType(ModelFileException.class)
        .isThrownBy(() -> Tokenizer.load(directory))
        .withMessageContaining(directory.resolve("tokenizer.json").toString())
        .withMessageContaining("no such file");
  }

  @Test
  void damageIsReportedWithFileAndReason() throws IOException {
    TokenizerWriter.write(directory, SmallTokenizer.train());
    Path file = directory.resolve("tokenizer.json");
    String whole = Files.readString(file);
    List<String> damaged =
        List.of(
            "",
            "[]",
            "{}",
            whole.substring(0, whole.length() / 2),
            whole.replace("\"BPE\"", "\"EPB\""),
            whole.replace("\"id\" : 3", "\"id\" : -3"));
    for (String content : damaged) {
      Files.writeString(file, content);
      assertThatExceptionOfType(ModelFileException.class)
          .as("content of %d characters", content.length())
          .isThrownBy(() -> Tokenizer.load(directory))
          .withMessageStartingWith(file + ": ");
    }
  }

  @Test
  void aSpecialTokenThatIsNoTokenIsReported() throws IOException {
    TokenizerWriter.write(directory, SmallTokenizer.train());
    Path file = directory.resolve("tokenizer_config.json");
    Files.writeString(file, "{\"eos_token\": \"</s>\"}");
    assertThatExceptionOfType(ModelFileException.class)
        .isThrownBy(() -> Tokenizer.load(directory))
        .withMessage(file + ": eos_token '</s>' is not a token of tokenizer.json");
  }

  @Test
  void specialIdsAreFoundInTheOtherFilesWhenTheConfigurationIsMissing() throws IOException {
    TokenizerWriter.write(directory, SmallTokenizer.train());
    Files.delete(directory.resolve("tokenizer_config.json"));
    try (Tokenizer tokenizer = Tokenizer.load(directory)) {
      assertThat(tokenizer.eosId()).isEqualTo(3);
    }
    Files.delete(directory.resolve("special_tokens_map.json"));
    Files.writeString(directory.resolve("generation_config.json"), "{\"eos_token_id\": [7, 3]}");
    try (Tokenizer tokenizer = Tokenizer.load(directory)) {
      assertThat(tokenizer.eosId()).isEqualTo(7);
      assertThat(tokenizer.padId()).isEqualTo(7);
    }
    Files.delete(directory.resolve("generation_config.json"));
    try (Tokenizer tokenizer = Tokenizer.load(directory)) {
      assertThatExceptionOfType(ModelFileException.class)
          .isThrownBy(tokenizer::eosId)
          .withMessageContaining("declares no eos_token");
    }
  }
}
