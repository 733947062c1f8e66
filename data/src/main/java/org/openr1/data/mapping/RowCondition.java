package org.openr1.data.mapping;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The conditions of {@code where}. */
final class RowCondition {
  private static final Pattern RANGE = Pattern.compile("(-?\\d+)\\.\\.(-?\\d+)");

  private RowCondition() {}

  static boolean holds(String value, String condition) {
    Matcher range = RANGE.matcher(condition.strip());
    if (!range.matches()) {
      return Arrays.stream(condition.split(",")).map(String::strip).anyMatch(value.strip()::equals);
    }
    try {
      BigDecimal number = new BigDecimal(value.strip());
      return number.compareTo(new BigDecimal(range.group(1))) >= 0
          && number.compareTo(new BigDecimal(range.group(2))) <= 0;
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
