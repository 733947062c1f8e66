package org.openr1.model.chat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happens to messages before a template sees them. */
final class ChatMessages {
  /** Names of a message's reasoning; templates read the first. */
  static final List<String> REASONING = List.of("reasoning_content", "thinking", "reasoning");

  static final String CONTINUE_TAG = "CONTINUE_FINAL_MESSAGE_TAG ";

  private ChatMessages() {}

  /** Mutable copies in which reasoning stands under every name that templates read it by. */
  static List<Map<String, @Nullable Object>> prepared(List<? extends Map<String, ?>> messages) {
    List<Map<String, @Nullable Object>> copies = new ArrayList<>();
    for (Map<String, ?> message : messages) {
      Map<String, @Nullable Object> copy = new LinkedHashMap<>();
      Object reasoning = null;
      for (String field : REASONING) {
        reasoning = reasoning == null ? message.get(field) : reasoning;
      }
      if (reasoning != null) {
        copy.put("thinking", reasoning);
      }
      copy.putAll(message);
      if (reasoning != null) {
        copy.put("reasoning_content", reasoning);
      }
      copies.add(copy);
    }
    return copies;
  }

  /** Puts the tag behind the text to be continued and returns that text without it. */
  static String markContinuation(
      List<Map<String, @Nullable Object>> messages, String field, String template) {
    if (messages.isEmpty()) {
      throw new ChatException("continue_final_message is set but the conversation is empty!");
    }
    Map<String, @Nullable Object> last = messages.getLast();
    Object content = last.get(field);
    if (content == null) {
      throw new ChatException(
          "continue_final_message is set but the final message has no \"%s\" to continue!"
              .formatted(field));
    }
    List<String> fields = new ArrayList<>(List.of(field));
    if (REASONING.contains(field)) {
      fields = new ArrayList<>(REASONING);
      fields.removeIf(name -> !content.equals(last.get(name)));
    }
    if (fields.stream().noneMatch(template::contains)) {
      throw new ChatException(
          "continue_final_message is set to \"%s\" but this is not an accepted field in the chat_template"
              .formatted(field));
    }
    if (content instanceof List<?> parts) {
      return markLastText(last, field, parts);
    }
    if (!(content instanceof String text)) {
      throw new ChatException(
          "continue_final_message needs text in \"%s\" of the final message, found %s"
              .formatted(field, content.getClass().getSimpleName()));
    }
    fields.forEach(name -> last.put(name, text + CONTINUE_TAG));
    return text;
  }

  /** Content in parts is continued after its last text. */
  private static String markLastText(
      Map<String, @Nullable Object> message, String field, List<?> parts) {
    List<@Nullable Object> copies = new ArrayList<>(parts);
    for (int i = copies.size() - 1; i >= 0; i--) {
      if (copies.get(i) instanceof Map<?, ?> part && part.get("text") instanceof String text) {
        Map<Object, @Nullable Object> copy = new LinkedHashMap<>(part);
        copy.put("text", text + CONTINUE_TAG);
        copies.set(i, copy);
        message.put(field, copies);
        return text;
      }
    }
    throw new ChatException(
        "continue_final_message is set but we could not find any text to continue in the final"
            + " message!");
  }
}
