package org.openr1.data;

import java.util.Objects;

/**
 * One turn of a conversation; roles are those of chat templates ({@code system, user, assistant,
 * tool}).
 */
public record Message(String role, String content) {
  public static final String USER = "user";
  public static final String ASSISTANT = "assistant";

  public Message {
    Objects.requireNonNull(content, "content");
    if (role.isBlank()) {
      throw new IllegalArgumentException("a message needs a role");
    }
  }

  public static Message user(String content) {
    return new Message(USER, content);
  }

  public static Message assistant(String content) {
    return new Message(ASSISTANT, content);
  }
}
