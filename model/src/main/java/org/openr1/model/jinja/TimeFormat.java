package org.openr1.model.jinja;

import java.time.LocalDateTime;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.Locale;

/** Python's {@code strftime} in the C locale. */
final class TimeFormat {
  private TimeFormat() {}

  static String format(String format, LocalDateTime time) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < format.length(); i++) {
      char c = format.charAt(i);
      if (c != '%' || i + 1 >= format.length()) {
        out.append(c);
        continue;
      }
      char code = format.charAt(++i);
      if ((code == '-' || code == '_' || code == '^') && i + 1 < format.length()) {
        String text = directive(format.charAt(++i), time);
        out.append(
            switch (code) {
              case '-' -> text.replaceFirst("^[0 ]+(?=\\d)", "");
              case '_' -> spaced(text);
              default -> text.toUpperCase(Locale.ROOT);
            });
      } else {
        out.append(directive(code, time));
      }
    }
    return out.toString();
  }

  private static String spaced(String text) {
    String rest = text.replaceFirst("^0+(?=\\d)", "");
    return " ".repeat(text.length() - rest.length()) + rest;
  }

  private static String directive(char code, LocalDateTime time) {
    int year = time.getYear();
    int hour12 = time.getHour() % 12 == 0 ? 12 : time.getHour() % 12;
    int weekday = time.getDayOfWeek().getValue() % 7;
    int yearDay = time.getDayOfYear();
    return switch (code) {
      case 'a' -> time.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
      case 'A' -> time.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
      case 'b', 'h' -> time.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
      case 'B' -> time.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
      case 'c' -> format("%a %b %e %H:%M:%S %Y", time);
      case 'C' -> two(year / 100);
      case 'd' -> two(time.getDayOfMonth());
      case 'D', 'x' -> format("%m/%d/%y", time);
      case 'e' -> "%2d".formatted(time.getDayOfMonth());
      case 'f' -> "%06d".formatted(time.getNano() / 1000);
      case 'F' -> format("%Y-%m-%d", time);
      case 'G' -> String.valueOf(time.get(IsoFields.WEEK_BASED_YEAR));
      case 'H' -> two(time.getHour());
      case 'I' -> two(hour12);
      case 'j' -> "%03d".formatted(yearDay);
      case 'k' -> "%2d".formatted(time.getHour());
      case 'l' -> "%2d".formatted(hour12);
      case 'm' -> two(time.getMonthValue());
      case 'M' -> two(time.getMinute());
      case 'n' -> "\n";
      case 'p' -> time.getHour() < 12 ? "AM" : "PM";
      case 'P' -> time.getHour() < 12 ? "am" : "pm";
      case 'r' -> format("%I:%M:%S %p", time);
      case 'R' -> format("%H:%M", time);
      case 'S' -> two(time.getSecond());
      case 't' -> "\t";
      case 'T', 'X' -> format("%H:%M:%S", time);
      case 'u' -> String.valueOf(time.get(ChronoField.DAY_OF_WEEK));
      case 'U' -> two((yearDay + 6 - weekday) / 7);
      case 'V' -> two(time.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
      case 'w' -> String.valueOf(weekday);
      case 'W' -> two((yearDay + 6 - (weekday + 6) % 7) / 7);
      case 'y' -> two(year % 100);
      case 'Y' -> String.valueOf(year);
      case 'z', 'Z' -> ""; // the clock's time has no zone
      case '%' -> "%";
      default -> "%" + code;
    };
  }

  private static String two(int number) {
    return "%02d".formatted(number);
  }
}
