package org.openr1.data;

/**
 * A general (non-reasoning) request with a good answer.
 *
 * @param kind such as {@code copy} or {@code refuse}
 * @param language ISO 639-1 code of the prompt's language
 */
public record Instruction(String id, String kind, String language, String prompt, String answer) {
  public Instruction {
    if (prompt.isBlank() || answer.isBlank()) {
      throw new IllegalArgumentException("instruction " + id + " has a blank prompt or answer");
    }
  }
}
