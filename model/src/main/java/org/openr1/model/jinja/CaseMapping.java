package org.openr1.model.jinja;

import java.util.Locale;
import java.util.function.IntPredicate;

/** Upper, lower and title case, and the questions strings answer about their characters. */
final class CaseMapping {
  private CaseMapping() {}

  /** First character in title case, the others in lower case. */
  static String capitalize(String text) {
    if (text.isEmpty()) {
      return text;
    }
    int first = text.offsetByCodePoints(0, 1);
    return titleCharacter(text.codePointAt(0)) + text.substring(first).toLowerCase(Locale.ROOT);
  }

  /** Each run of cased characters starts in title case. */
  static String title(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    boolean sameLength = lower.length() == text.length();
    StringBuilder out = new StringBuilder();
    boolean inside = false;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      int end = i + Character.charCount(c);
      if (inside) {
        // The whole text's lower case knows about a sigma at the end of a word.
        out.append(sameLength ? lower.substring(i, end) : lowerCharacter(c));
      } else {
        out.append(titleCharacter(c));
      }
      inside = isCased(c);
      i = end;
    }
    return out.toString();
  }

  static String swap(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(
            c ->
                out.append(
                    Character.isUpperCase(c)
                        ? lowerCharacter(c)
                        : Character.toString(c).toUpperCase(Locale.ROOT)));
    return out.toString();
  }

  private static String titleCharacter(int c) {
    String upper = Character.toString(c).toUpperCase(Locale.ROOT);
    if (Text.length(upper) == 1 || Character.toTitleCase(c) != c) {
      return Character.toString(Character.toTitleCase(c));
    }
    // Letters that become several: what follows the first cased one stays small.
    int first = upper.offsetByCodePoints(0, 1);
    return isCased(upper.codePointAt(0))
        ? upper.substring(0, first) + upper.substring(first).toLowerCase(Locale.ROOT)
        : upper;
  }

  private static String lowerCharacter(int c) {
    return Character.toString(c).toLowerCase(Locale.ROOT);
  }

  private static boolean isCased(int c) {
    return Character.isUpperCase(c) || Character.isLowerCase(c) || Character.isTitleCase(c);
  }

  /** The {@code is...} methods of strings. */
  static boolean is(String text, String question) {
    return switch (question) {
      case "isascii" -> text.codePoints().allMatch(c -> c < 128);
      case "isprintable" -> text.codePoints().allMatch(Printing::isPrintable);
      case "isspace" -> all(text, Text::isSpace);
      case "isalpha" -> all(text, Character::isLetter);
      case "isdecimal" -> all(text, Character::isDigit);
      case "isdigit" -> all(text, CaseMapping::isDigit);
      case "isnumeric" -> all(text, CaseMapping::isNumeric);
      case "isalnum" -> all(text, c -> Character.isLetter(c) || isNumeric(c));
      case "isidentifier" -> isIdentifier(text);
      case "islower" ->
          text.codePoints().anyMatch(Character::isLowerCase)
              && text.codePoints()
                  .noneMatch(c -> Character.isUpperCase(c) || Character.isTitleCase(c));
      case "isupper" ->
          text.codePoints().anyMatch(Character::isUpperCase)
              && text.codePoints()
                  .noneMatch(c -> Character.isLowerCase(c) || Character.isTitleCase(c));
      case "istitle" -> isTitle(text);
      default -> throw new IllegalArgumentException("method " + question);
    };
  }

  private static boolean all(String text, IntPredicate test) {
    return !text.isEmpty() && text.codePoints().allMatch(test);
  }

  private static boolean isDigit(int c) {
    return Character.isDigit(c)
        || "\u00b2\u00b3\u00b9\u2070".indexOf(c) >= 0
        || (c >= 0x2074 && c <= 0x2079)
        || (c >= 0x2080 && c <= 0x2089)
        || (c >= 0x2460 && c <= 0x2468);
  }

  private static boolean isNumeric(int c) {
    int type = Character.getType(c);
    return isDigit(c)
        || type == Character.LETTER_NUMBER
        || type == Character.OTHER_NUMBER
        || "一二三四五六七八九十百千万億零〇".indexOf(c) >= 0;
  }

  private static boolean isIdentifier(String text) {
    return !text.isEmpty()
        && (text.charAt(0) == '_' || Character.isUnicodeIdentifierStart(text.codePointAt(0)))
        && text.codePoints().allMatch(c -> c == '_' || Character.isLetterOrDigit(c) || isMark(c));
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  private static boolean isTitle(String text) {
    boolean inside = false;
    boolean cased = false;
    for (int c : text.codePoints().toArray()) {
      boolean capital = Character.isUpperCase(c) || Character.isTitleCase(c);
      if ((capital && inside) || (Character.isLowerCase(c) && !inside)) {
        return false;
      }
      inside = isCased(c);
      cased |= inside;
    }
    return cased;
  }
}
