package org.openr1.pipeline.stage;

import java.util.Objects;

/**
 * What a model is asked: the problem's question inside a fixed text, where a model needs telling
 * how to answer.
 */
final class QuestionTemplate {
  private static final String PLACE = "{question}";

  private QuestionTemplate() {}

  /** Refuses a template that leaves the question out. */
  static void check(String template) {
    Objects.requireNonNull(template, "template");
    if (!template.contains(PLACE)) {
      throw new IllegalArgumentException(
          "question_template '" + template + "' does not hold " + PLACE);
    }
  }

  /** The question in its place. */
  static String fill(String template, String question) {
    return template.replace(PLACE, question);
  }
}
