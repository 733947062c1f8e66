package org.openr1.data;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A conversation to fine-tune on.
 *
 * @param provenance where it came from: source row, model, seed and so on, any keys
 */
public record Example(String id, List<Message> messages, Map<String, String> provenance) {
  public Example {
    messages = List.copyOf(messages);
    // In a fixed order: what is written of it must be the same bytes in every process.
    provenance = Collections.unmodifiableSortedMap(new TreeMap<>(provenance));
    if (messages.stream().noneMatch(message -> message.role().equals(Message.ASSISTANT))) {
      throw new IllegalArgumentException(
          "example " + id + " has no assistant message to learn from");
    }
  }
}
