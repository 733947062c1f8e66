package org.openr1.reward.code;

import org.openr1.reward.PythonText;
import org.openr1.sandbox.judge.OutputComparison;

/**
 * open-r1's comparison: the lines of both texts one by one up to the end of the shorter text, so
 * that missing and additional lines pass.
 */
final class ShorterLines {
  private ShorterLines() {}

  static boolean match(String expected, String printed) {
    // The output is stripped as a whole first.
    String output = PythonText.strip(printed);
    int wanted = 0;
    int given = 0;
    while (true) {
      int wantedEnd = lineEnd(expected, wanted);
      int givenEnd = lineEnd(output, given);
      String want = expected.substring(wanted, wantedEnd);
      if (!OutputComparison.LINES.matches(want, output.substring(given, givenEnd))) {
        return false;
      }
      if (wantedEnd == expected.length() || givenEnd == output.length()) {
        return true;
      }
      wanted = wantedEnd + 1;
      given = givenEnd + 1;
    }
  }

  private static int lineEnd(String text, int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }
}
