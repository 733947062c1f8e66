package org.openr1.train.sft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openr1.data.Example;
import org.openr1.data.Message;
import org.openr1.model.chat.ChatTemplate;
import org.openr1.model.tokenizer.BytePairTrainer;
import org.openr1.model.tokenizer.Tokenizer;
import org.openr1.model.tokenizer.TokenizerWriter;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConversationEncoderTest {
  private static final Example TWO_TURNS =
      new Example(
          "two",
          List.of(
              Message.user("2+2?"),
              Message.assistant("it is 4"),
              Message.user("sure?"),
              Message.assistant("sí 𝒳")),
          Map.of());

  private final Tokenizer tokenizer;

  ConversationEncoderTest(@TempDir Path directory) throws IOException {
    TokenizerWriter.write(
        directory,
        BytePairTrainer.train(
            List.of("it is it is sure sure"), 270, BytePairTrainer.houseChatTemplate(), 64));
    tokenizer = Tokenizer.load(directory);
  }

  @AfterAll
  void close() {
    tokenizer.close();
  }

  private ConversationEncoder encoder(String template) {
    return new ConversationEncoder(tokenizer, ChatTemplate.of(template, Map.of()));
  }

  private String targets(LabeledTokens row) {
    int[] ids =
        Arrays.stream(row.labels()).filter(label -> label != LabeledTokens.IGNORED).toArray();
    return tokenizer.decode(ids, false);
  }

  @Test
  void generationMarksDecideWhatIsLearned() {
    LabeledTokens row = encoder(BytePairTrainer.houseChatTemplate()).assistantOnly(TWO_TURNS);
    assertThat(targets(row)).isEqualTo("it is 4<|end|>sí 𝒳<|end|>");
  }

  @Test
  void withoutMarksTheTurnsAreFoundByRendering() {
    String plain =
        "{% for m in messages %}<|{{ m.role }}|>{{ m.content }}<|end|>{% endfor %}"
            + "{% if add_generation_prompt %}<|assistant|>{% endif %}";
    assertThat(targets(encoder(plain).assistantOnly(TWO_TURNS)))
        .isEqualTo("it is 4<|end|>sí 𝒳<|end|>");
  }

  @Test
  void aTemplateThatRewritesEarlierTurnsIsRefused() {
    String forgetful =
        "{% for m in messages %}<|{{ m.role }}|>{% if loop.last %}{{ m.content }}{% endif %}<|end|>"
            + "{% endfor %}{% if add_generation_prompt %}<|assistant|>{% endif %}";
    assertThatThrownBy(() -> encoder(forgetful).assistantOnly(TWO_TURNS))
        .hasMessageContaining("example two")
        .hasMessageContaining("generation marks");
  }

  @Test
  void ofPromptAndCompletionOnlyTheAnswerIsLearned() {
    ConversationEncoder encoder = encoder(BytePairTrainer.houseChatTemplate());
    LabeledTokens row = encoder.promptCompletion("2+2?", "it is 4");
    assertThat(targets(row)).isEqualTo("it is 4<|end|>");
    assertThat(tokenizer.decode(row.inputIds(), false))
        .isEqualTo("<|user|>2+2?<|end|><|assistant|>it is 4<|end|>");
  }

  @Test
  void theConfigurationChoosesBetweenAssistantAndAllTokens() {
    ConversationEncoder encoder = encoder(BytePairTrainer.houseChatTemplate());
    List<Example> examples = List.of(TWO_TURNS);
    LabeledTokens all = encoder.encode(examples, SftConfig.defaults()).getFirst();
    assertThat(all.labels()).containsExactly(all.inputIds());
    LabeledTokens assistant =
        encoder.encode(examples, SftConfig.of(Map.of("assistant_only_loss", true))).getFirst();
    assertThat(targets(assistant)).startsWith("it is 4");
  }
}
