package org.openr1.data;

/**
 * Two answers to one prompt, the first of which is preferred.
 *
 * @param kind the kind of instruction, such as {@code copy} or {@code refuse}
 * @param language ISO 639-1 code of the prompt's language
 */
public record PreferencePair(
    String id, String kind, String language, String prompt, String chosen, String rejected) {
  public PreferencePair {
    if (prompt.isBlank() || chosen.isBlank() || rejected.isBlank()) {
      throw new IllegalArgumentException("preference pair " + id + " has a blank text");
    }
    if (chosen.equals(rejected)) {
      throw new IllegalArgumentException(
          "preference pair " + id + " has two equal answers: " + chosen);
    }
  }
}
