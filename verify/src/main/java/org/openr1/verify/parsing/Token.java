package org.openr1.verify.parsing;

import org.jspecify.annotations.Nullable;
import org.openr1.verify.expression.Expression.Num;
import org.openr1.verify.expression.Relator;

/**
 * A token of LaTeX or plain mathematics.
 *
 * @param text what it says: the sign of a {@link Kind#SIGN}, the name of a letter or command, words
 * @param start where it begins
 * @param spaced whether white space stands before it
 */
record Token(
    Kind kind,
    String text,
    int start,
    boolean spaced,
    @Nullable Num number,
    @Nullable Relator relator) {

  enum Kind {
    NUMBER,
    LETTER,
    COMMAND,
    SIGN,
    RELATOR,
    WORDS,
    BEGIN,
    END,
    STOP
  }

  Token(Kind kind, String text, int start, boolean spaced) {
    this(kind, text, start, spaced, null, null);
  }

  boolean isSign(char sign) {
    return kind == Kind.SIGN && text.length() == 1 && text.charAt(0) == sign;
  }

  boolean isCommand(String name) {
    return kind == Kind.COMMAND && text.equals(name);
  }
}
