package org.openr1.model.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A rendering and what it must give, as Python's jinja2 did it.
 *
 * @param expected the text, or null where it must fail
 * @param spans assistant spans, or null where they do not matter
 * @param error the message of {@code raise_exception}, or null where any failure will do
 */
record ChatCase(
    String name,
    String source,
    List<Map<String, Object>> messages,
    ChatOptions options,
    @Nullable String expected,
    @Nullable List<List<Integer>> spans,
    @Nullable String error) {
  private static final JsonMapper JSON = new JsonMapper();

  /** A row of a cases file; {@code conversation} and {@code tools} are already looked up. */
  static ChatCase of(JsonNode row, String name, String source, JsonNode messages, JsonNode tools) {
    boolean continued = row.path("continue_final_message").asBoolean(false);
    ChatOptions options =
        new ChatOptions(
            row.path("add_generation_prompt").asBoolean(false),
            continued ? "content" : null,
            tools.isArray() ? maps(tools) : null,
            null,
            row.path("kwargs").isObject() ? map(row.path("kwargs")) : Map.of());
    JsonNode error = row.path("error");
    boolean raised = error.path("raised_by_template").asBoolean(false);
    return new ChatCase(
        name,
        source,
        maps(messages),
        options,
        row.path("expected").isString() ? row.path("expected").stringValue() : null,
        row.has("generation_spans") ? pairs(row.path("generation_spans")) : null,
        raised ? error.path("message").asString() : null);
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> maps(JsonNode node) {
    return JSON.treeToValue(node, List.class);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(JsonNode node) {
    return JSON.treeToValue(node, LinkedHashMap.class);
  }

  @SuppressWarnings("unchecked")
  private static List<List<Integer>> pairs(JsonNode node) {
    return JSON.treeToValue(node, List.class);
  }

  void check(Map<String, String> specialTokens, Clock clock) {
    if (expected == null) {
      ChatException failure =
          catchThrowableOfType(ChatException.class, () -> render(specialTokens, clock));
      assertThat(failure).as(name).isNotNull();
      if (error != null) {
        assertThat(failure).as(name).hasMessage(error);
      }
      return;
    }
    RenderedChat chat = render(specialTokens, clock);
    assertThat(chat.text()).as(name).isEqualTo(expected);
    if (spans != null) {
      assertThat(chat.assistantSpans().stream().map(s -> List.of(s.start(), s.end())).toList())
          .as(name)
          .isEqualTo(spans);
    }
  }

  private RenderedChat render(Map<String, String> specialTokens, Clock clock) {
    return ChatTemplate.of(source, specialTokens, clock).renderWithSpans(messages, options);
  }
}
