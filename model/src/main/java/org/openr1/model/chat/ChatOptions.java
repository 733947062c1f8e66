package org.openr1.model.chat;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a rendering is given besides the messages; names are those of {@code apply_chat_template}.
 *
 * @param addGenerationPrompt whether the text ends where the assistant starts to answer
 * @param continueFinalMessage field of the last message after which the text is cut, so that a
 *     model continues it; null for none, usually {@code content}
 * @param tools JSON schemas of tools; null when there are none
 * @param documents documents to answer from; null when there are none
 * @param variables further variables of the template, such as {@code enable_thinking}
 */
public record ChatOptions(
    boolean addGenerationPrompt,
    @Nullable String continueFinalMessage,
    @Nullable List<? extends Map<String, ?>> tools,
    @Nullable List<? extends Map<String, ?>> documents,
    Map<String, ? extends @Nullable Object> variables) {

  /** Messages as they are. */
  public static final ChatOptions PLAIN = new ChatOptions(false, null, null, null, Map.of());

  /** Messages followed by the start of an answer. */
  public static final ChatOptions GENERATION = new ChatOptions(true, null, null, null, Map.of());

  public ChatOptions {
    if (addGenerationPrompt && continueFinalMessage != null) {
      throw new IllegalArgumentException(
          "addGenerationPrompt starts a new answer, continueFinalMessage goes on with the last one:"
              + " only one of them can be set");
    }
    variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
  }

  /** The same with tools. */
  public ChatOptions withTools(List<? extends Map<String, ?>> newTools) {
    return new ChatOptions(
        addGenerationPrompt, continueFinalMessage, newTools, documents, variables);
  }

  /** The same with these variables. */
  public ChatOptions withVariables(Map<String, ? extends @Nullable Object> newVariables) {
    return new ChatOptions(
        addGenerationPrompt, continueFinalMessage, tools, documents, newVariables);
  }
}
