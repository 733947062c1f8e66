package org.openr1.data.procedural.task;

import java.util.random.RandomGenerator;
import org.openr1.verify.language.TinyLanguage;

/** One task: its question in either language, its answer, and how it is worked. */
public interface Task {
  /**
   * The question in that language; two tasks are the same when their English questions are equal.
   */
  String question(TinyLanguage language);

  /** The right answer: a digit, {@code T} or {@code F}, or a string of digits. */
  String answer();

  /** Works the task step by step, with the scribe's slips and words. */
  Work work(Scribe scribe);

  /** An answer of the right form that is usually wrong. */
  String guess(RandomGenerator random);
}
