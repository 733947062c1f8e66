package org.openr1.model.chat;

/** A chat template that is missing or damaged, or a conversation it does not take. */
public final class ChatException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** An error with a message for users. */
  public ChatException(String message) {
    super(message);
  }

  /** An error with a message for users and what caused it. */
  public ChatException(String message, Throwable cause) {
    super(message, cause);
  }
}
