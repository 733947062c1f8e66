package org.openr1.verify.extraction;

/** By which mark an answer was found; the order is from the strongest mark to the weakest. */
public enum ExtractionRule {
  /** "final answer is ... . I hope it is correct", the form that Minerva's prompt asks for. */
  FINAL_ANSWER_HOPE,
  /** The content of the last {@code \boxed{}} or {@code \fbox{}}, or of a run of joined boxes. */
  BOXED,
  /** After "final answer is" or under a heading "Final answer". */
  FINAL_ANSWER,
  /** The content of the last {@code <answer>} element. */
  ANSWER_TAG,
  /** After {@code ####}, the mark of GSM8K. */
  HASHES,
  /** After "answer:" or "the answer is". */
  ANSWER,
  /** The last LaTeX environment of the text. */
  LAST_LATEX,
  /** The last number or arithmetic expression of the text. */
  LAST_EXPRESSION,
  /** The whole text: it is nothing but the answer. */
  WHOLE
}
