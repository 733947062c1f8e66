package org.openr1.pipeline.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Round axis marks. */
final class Ticks {
  private Ticks() {}

  /** About {@code count} multiples of 1, 2 or 5 times a power of ten inside [low, high]. */
  static List<Double> between(double low, double high, int count) {
    double raw = (high - low) / count;
    double power = Math.pow(10, Math.floor(Math.log10(raw)));
    double step = power;
    for (double factor : new double[] {2, 5, 10}) {
      if (step < raw * 0.75) {
        step = factor * power;
      }
    }
    List<Double> ticks = new ArrayList<>();
    for (long i = (long) Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; i++) {
      ticks.add(i * step);
    }
    return ticks;
  }

  /** A short decimal without trailing zeros; tiny values in scientific form. */
  static String label(double value) {
    double size = Math.abs(value);
    if (size != 0 && (size < 1e-3 || size >= 1e6)) {
      return String.format(Locale.ROOT, "%.0e", value).replace("e-0", "e-").replace("e+0", "e");
    }
    String text = String.format(Locale.ROOT, "%.4f", value);
    return text.replaceAll("\\.?0+$", "").replaceAll("^-0$", "0");
  }
}
