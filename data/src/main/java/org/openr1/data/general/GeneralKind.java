package org.openr1.data.general;

import java.util.Locale;

/** The kinds of general requests. */
public enum GeneralKind {
  /** Say the words again. */
  COPY,
  /** Say the words in reverse order. */
  REVERSE,
  /** Pick the colors or the animals out of a list of words. */
  LIST,
  /** Say a sentence with other words. */
  REPHRASE,
  /** Answer a greeting. */
  GREET,
  /** Refuse to help with a bad deed. */
  REFUSE,
  /** Help with a harmless deed asked for in the same words. */
  HELP;

  /** The name in records, in lower case. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
