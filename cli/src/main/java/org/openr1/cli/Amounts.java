package org.openr1.cli;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Times and sizes with units on the command line. */
final class Amounts {
  private static final Pattern NUMBER = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)\\s*([a-zA-Z]*)");

  private Amounts() {}

  /** {@code 2s}, {@code 500ms}, {@code 1.5m}; seconds without a unit. */
  static final class Time implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
      Matcher matcher = matcher(text, "a time such as 2s, 500ms or 1m");
      double millis =
          switch (matcher.group(2).toLowerCase(Locale.ROOT)) {
            case "ms" -> 1;
            case "", "s" -> 1e3;
            case "m", "min" -> 60e3;
            case "h" -> 3600e3;
            default -> throw wrong(text, "a time such as 2s, 500ms or 1m");
          };
      return Duration.ofMillis(Math.round(Double.parseDouble(matcher.group(1)) * millis));
    }
  }

  /** {@code 256M}, {@code 1G}, {@code 64K}; bytes without a unit. */
  static final class Size implements ITypeConverter<Long> {
    @Override
    public Long convert(String text) {
      Matcher matcher = matcher(text, "a size such as 256M, 1G or 65536");
      double bytes =
          switch (matcher.group(2).toUpperCase(Locale.ROOT)) {
            case "", "B" -> 1;
            case "K", "KB", "KIB" -> 1 << 10;
            case "M", "MB", "MIB" -> 1 << 20;
            case "G", "GB", "GIB" -> 1 << 30;
            default -> throw wrong(text, "a size such as 256M, 1G or 65536");
          };
      return Math.round(Double.parseDouble(matcher.group(1)) * bytes);
    }
  }

  private static Matcher matcher(String text, String wanted) {
    Matcher matcher = NUMBER.matcher(text.strip());
    if (!matcher.matches()) {
      throw wrong(text, wanted);
    }
    return matcher;
  }

  private static TypeConversionException wrong(String text, String wanted) {
    return new TypeConversionException("'" + text + "' is not " + wanted);
  }
}
