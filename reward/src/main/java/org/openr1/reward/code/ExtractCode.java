package org.openr1.reward.code;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the code in a completion: the last block whose opening fence is three backticks, the
 * language and a line feed, and nothing else (sections 4.1 and 4.4 of the memo on R1).
 */
public final class ExtractCode {
  private static final String FENCE = "```";

  private ExtractCode() {}

  /** The code, empty when there is none or no language is named. */
  public static String last(String completion, @Nullable String language) {
    if (language == null) {
      return "";
    }
    String open = FENCE + language + "\n";
    String code = "";
    int at = completion.indexOf(open);
    while (at >= 0) {
      int start = at + open.length();
      int end = completion.indexOf(FENCE, start);
      if (end < 0) {
        break;
      }
      code = completion.substring(start, end);
      at = completion.indexOf(open, end + FENCE.length());
    }
    return code;
  }

  /**
   * The code as open-r1 finds it, which takes the language for a regular expression: with {@code
   * c++} it finds nothing.
   *
   * @throws java.util.regex.PatternSyntaxException for a language that is no regular expression
   */
  static String lastByPattern(String completion, @Nullable String language) {
    if (language == null) {
      return "";
    }
    Matcher open = Pattern.compile(FENCE + language + "\n", Pattern.UNIX_LINES).matcher(completion);
    String code = "";
    int from = 0;
    while (from <= completion.length() && open.find(from)) {
      int end = completion.indexOf(FENCE, open.end());
      if (end < 0) {
        break;
      }
      code = completion.substring(open.end(), end);
      from = end + FENCE.length();
    }
    return code;
  }
}
