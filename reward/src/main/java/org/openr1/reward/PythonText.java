package org.openr1.reward;

import java.util.ArrayList;
import java.util.List;

/** Python's idea of text, which open-r1's and TRL's rules rest on: code points and whitespace. */
public final class PythonText {
  private PythonText() {}

  /** Length in code points, Python's {@code len}. */
  public static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /** Python's {@code str.isspace}: no-break spaces count as well. */
  public static boolean isSpace(int c) {
    return (c >= '\t' && c <= '\r')
        || (c >= 0x1c && c <= ' ')
        || c == 0x85
        || (c > 0x85 && Character.isSpaceChar(c));
  }

  /** Without whitespace at both ends, Python's {@code str.strip}. */
  public static String strip(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  /** The words between whitespace, Python's {@code str.split()}. */
  public static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || isSpace(text.charAt(i))) {
        if (i > start) {
          words.add(text.substring(start, i));
        }
        start = i + 1;
      }
    }
    return words;
  }
}
