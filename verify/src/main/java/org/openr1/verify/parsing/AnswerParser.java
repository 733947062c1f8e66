package org.openr1.verify.parsing;

import java.util.List;
import java.util.Objects;
import org.openr1.verify.expression.Expression;
import org.openr1.verify.expression.Expression.Text;

/**
 * Reads an answer in LaTeX or plain text. The grammar takes every spelling that models and data
 * sets use (short fractions, thousands separators, units, text in the middle) rather than what TeX
 * itself would accept.
 */
public final class AnswerParser {
  /** A number whose commas may also part a list: 1,234. */
  public enum Commas {
    GROUP_THOUSANDS,
    PART_LISTS
  }

  /**
   * An answer as read.
   *
   * @param ambiguous whether the other reading of commas gives something else
   */
  public record Reading(ParseResult result, boolean ambiguous) {}

  private final int maxDigits;
  private final int maxDepth;

  /**
   * @param maxDigits longest number in decimal digits
   * @param maxDepth deepest nesting
   */
  public AnswerParser(int maxDigits, int maxDepth) {
    this.maxDigits = maxDigits;
    this.maxDepth = maxDepth;
  }

  /** Reads an answer; numbers such as 1,234 as one number. Never throws on any text. */
  public ParseResult parse(String answer) {
    return read(answer, Commas.GROUP_THOUSANDS).result();
  }

  /** Reads an answer. Never throws on any text. */
  public Reading read(String answer, Commas commas) {
    Objects.requireNonNull(answer, "answer");
    String text = Words.withoutLeadIn(trimmed(UnicodeMath.toLatex(answer)));
    if (text.isEmpty()) {
      return new Reading(new ParseResult.Failed(0, "nothing there"), false);
    }
    if (Words.isText(text)) {
      return new Reading(new ParseResult.Parsed(new Text(text)), false);
    }
    Lexer lexer = new Lexer(text, maxDigits, commas == Commas.GROUP_THOUSANDS);
    try {
      List<Token> tokens = lexer.tokens();
      Grammar grammar = new Grammar(new Cursor(tokens, maxDepth));
      Expression expression = grammar.lists.whole();
      return new Reading(new ParseResult.Parsed(expression), lexer.ambiguous());
    } catch (ParseFailure failure) {
      return new Reading(
          new ParseResult.Failed(failure.position(), failure.reason()), lexer.ambiguous());
    } catch (ArithmeticException impossible) {
      return new Reading(new ParseResult.Failed(0, "division by zero"), lexer.ambiguous());
    }
  }

  /** Without dollars around the whole and punctuation behind it. */
  private static String trimmed(String answer) {
    String text = answer.strip();
    while (true) {
      int last = text.length() - 1;
      if (last >= 1 && text.startsWith("$") && text.endsWith("$") && !isEscaped(text, last)) {
        text = text.substring(1, last).strip();
      } else if (last >= 0
          && ".,;:".indexOf(text.charAt(last)) >= 0
          && !text.endsWith("...")
          && !isEscaped(text, last)) {
        text = text.substring(0, last).strip();
      } else {
        return text;
      }
    }
  }

  /** Whether an odd number of backslashes stands before a character. */
  private static boolean isEscaped(String text, int at) {
    int slashes = 0;
    while (slashes < at && text.charAt(at - 1 - slashes) == '\\') {
      slashes++;
    }
    return slashes % 2 == 1;
  }
}
