package org.openr1.reward.answer;

import com.networknt.schema.regex.RegularExpression;
import com.networknt.schema.regex.RegularExpressions;
import java.util.regex.Pattern;
import org.openr1.reward.BoundedText;

/**
 * A {@code pattern} of a schema, read as the library does without an engine for JavaScript, with an
 * end to backtracking: the reads allowed grow with the text, so that all texts of a completion
 * together take a time in proportion to its length.
 */
record SchemaPattern(Pattern pattern) implements RegularExpression {
  private static final long READS_PER_CHARACTER = 1_000;
  private static final int SHORTEST = 10;

  /** The search did not end: whether the schema allows the text is not known. */
  static final class EndlessSearchException extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  static SchemaPattern of(String pattern) {
    return new SchemaPattern(
        Pattern.compile(
            RegularExpressions.replaceLongformCharacterProperties(
                RegularExpressions.replaceDollarAnchors(pattern))));
  }

  @Override
  public boolean matches(String text) {
    long reads = READS_PER_CHARACTER * Math.max(SHORTEST, text.length());
    return BoundedText.test(text, reads, bounded -> pattern.matcher(bounded).find())
        .orElseThrow(EndlessSearchException::new);
  }
}
