package org.openr1.data;

import java.util.List;
import java.util.Map;

/**
 * A conversation to fine-tune on.
 *
 * @param provenance where it came from: source row, model, seed and so on, any keys
 */
public record Example(String id, List<Message> messages, Map<String, String> provenance) {
  public Example {
    messages = List.copyOf(messages);
    provenance = Map.copyOf(provenance);
    if (messages.stream().noneMatch(message -> message.role().equals(Message.ASSISTANT))) {
      throw new IllegalArgumentException(
          "example " + id + " has no assistant message to learn from");
    }
  }
}
