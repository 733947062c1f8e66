package org.openr1.sandbox.judge;

import java.util.Objects;
import org.openr1.sandbox.judge.python.PythonValue;

/** An untrusted answer of the driver. */
sealed interface Reply {
  /** What a call gave. */
  record Value(PythonValue value) implements Reply {
    public Value {
      Objects.requireNonNull(value, "value");
    }
  }

  /** An exception's type and text. */
  record Raised(String text) implements Reply {
    public Raised {
      Objects.requireNonNull(text, "text");
    }
  }

  /** The candidate did not load. */
  record NotLoaded(String text, boolean syntax) implements Reply {
    public NotLoaded {
      Objects.requireNonNull(text, "text");
    }
  }

  /** Loaded, or statements done. */
  record Done() implements Reply {}

  /** The word that was sent with the tests. */
  record Word(String word) implements Reply {
    public Word {
      Objects.requireNonNull(word, "word");
    }
  }
}
