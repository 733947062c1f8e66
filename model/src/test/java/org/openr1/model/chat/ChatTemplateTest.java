package org.openr1.model.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.openr1.model.GoldenFiles;
import org.openr1.model.ModelFileException;
import org.openr1.model.jinja.Span;
import tools.jackson.databind.JsonNode;

/** Chat templates against our own cases, made by tools/make-chat-template-cases.py. */
final class ChatTemplateTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2024-02-29T15:04:05Z"), ZoneOffset.UTC);
  private static final Map<String, String> TOKENS = Map.of("bos_token", "<s>", "eos_token", "</s>");
  private static final String SIMPLE =
      "{% for m in messages %}[{{ m.role }}]{{ m.content }}{% endfor %}";

  @TestFactory
  Stream<DynamicTest> rendersAsPythonsJinjaDoes() throws URISyntaxException {
    Path file = Path.of(Objects.requireNonNull(getClass().getResource("cases.jsonl")).toURI());
    List<JsonNode> rows = GoldenFiles.jsonLines(file);
    return IntStream.range(0, rows.size())
        .mapToObj(
            i -> {
              JsonNode row = rows.get(i);
              String source = row.path("source").stringValue();
              String name =
                  "line " + (i + 1) + ": " + source.substring(0, Math.min(60, source.length()));
              ChatCase each =
                  ChatCase.of(row, name, source, row.path("messages"), row.path("tools"));
              return dynamicTest(name, () -> each.check(TOKENS, CLOCK));
            });
  }

  @Test
  void textOfMessagesIsNeverInterpreted() {
    String attack = "{{ 6 * 7 }}{% for i in range(9) %}x{% endfor %}{# c #}";
    assertThat(ChatTemplate.of(SIMPLE, Map.of()).prompt(attack)).isEqualTo("[user]" + attack);
  }

  @Test
  void cutsAfterTheMessageToBeContinued() {
    ChatTemplate template =
        ChatTemplate.of("{% for m in messages %}<{{ m.content | trim }}>\n{% endfor %}", Map.of());
    ChatOptions options = new ChatOptions(false, "content", null, null, Map.of());
    assertThat(template.render(List.of(Map.of("role", "user", "content", "a  ")), options))
        .isEqualTo("<a");
    ChatTemplate silent = ChatTemplate.of("content", Map.of());
    assertThatThrownBy(
            () -> silent.render(List.of(Map.of("role", "user", "content", "a")), options))
        .isInstanceOf(ChatException.class)
        .hasMessageContaining("does not appear");
  }

  @Test
  void spansEndWhereTheTextIsCut() {
    ChatTemplate template =
        ChatTemplate.of(
            "{% for m in messages %}{% generation %}{{ m.content }}|{% endgeneration %}{% endfor"
                + " %}",
            Map.of());
    ChatOptions options = new ChatOptions(false, "content", null, null, Map.of());
    RenderedChat chat =
        template.renderWithSpans(List.of(Map.of("role", "assistant", "content", "ab")), options);
    assertThat(chat).isEqualTo(new RenderedChat("ab", List.of(new Span(0, 2))));
  }

  @Test
  void reasoningIsReadUnderEveryUsualName() {
    ChatTemplate template =
        ChatTemplate.of("{{ messages[0].thinking }}{{ messages[0].reasoning_content }}", Map.of());
    assertThat(
            template.render(
                List.of(Map.of("role", "assistant", "reasoning", "r")), ChatOptions.PLAIN))
        .isEqualTo("rr");
  }

  @Test
  void messageOfRaiseExceptionIsShownAsItIs() {
    ChatTemplate template = ChatTemplate.of("{{ raise_exception('no tools here') }}", Map.of());
    assertThatThrownBy(() -> template.prompt("x")).hasMessage("no tools here");
  }

  @Test
  void otherFailuresNameKindAndLine() {
    ChatTemplate template = ChatTemplate.of("a\n\n{{ messages.x.y }}", Map.of());
    assertThatThrownBy(() -> template.prompt("x"))
        .hasMessage(
            "the chat template fails: UndefinedError in line 3: 'list object' has no attribute"
                + " 'x'");
  }

  @Test
  void readsTemplateAndSpecialTokensOfADirectory(@TempDir Path directory) throws IOException {
    Files.writeString(
        directory.resolve("tokenizer_config.json"),
        """
        {"bos_token": {"content": "<b>", "special": true}, "eos_token": "<e>",
         "chat_template": [{"name": "default", "template": "{{ bos_token }}d{{ eos_token }}"},
                           {"name": "tool_use", "template": "t"}]}
        """);
    assertThat(ChatTemplate.load(directory).prompt("x")).isEqualTo("<b>d<e>");
    assertThat(ChatTemplate.load(directory, "tool_use").prompt("x")).isEqualTo("t");
    Files.writeString(directory.resolve("chat_template.jinja"), "own{{ bos_token }}");
    assertThat(ChatTemplate.load(directory).prompt("x")).isEqualTo("own<b>");
  }

  @Test
  void missingAndDamagedTemplatesAreNamed(@TempDir Path directory) throws IOException {
    assertThatThrownBy(() -> ChatTemplate.load(directory))
        .isInstanceOf(ModelFileException.class)
        .hasMessageContaining("chat_template.jinja");
    Files.writeString(directory.resolve("chat_template.jinja"), "a\n{% if %}");
    assertThatThrownBy(() -> ChatTemplate.load(directory))
        .isInstanceOf(ModelFileException.class)
        .hasMessageContaining("chat_template.jinja")
        .hasMessageContaining("line 2");
  }

  @Test
  void masksWholeTokensThatTouchASpan() {
    int[] starts = {0, 2, 4, 4, 6};
    int[] ends = {2, 4, 4, 6, 8};
    assertThat(AssistantMask.of(List.of(new Span(3, 5)), starts, ends))
        .containsExactly(false, true, true, true, false);
    assertThat(AssistantMask.of(List.of(new Span(3, 3)), starts, ends)).containsOnly(false);
    assertThat(AssistantMask.of(List.of(new Span(7, 9)), starts, ends))
        .containsExactly(false, false, false, false, true);
  }
}
