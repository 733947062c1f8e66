package org.openr1.pipeline.report;

import java.util.List;
import java.util.Locale;

/** A line chart as SVG; colours come from the page's style sheet, so light and dark both work. */
final class LineChart {
  private static final int WIDTH = 420;
  private static final int HEIGHT = 230;
  private static final int LEFT = 52;
  private static final int RIGHT = 10;
  private static final int TOP = 12;
  private static final int BOTTOM = 34;
  private static final int COLOURS = 6;

  private final double lowX;
  private final double highX;
  private final double lowY;
  private final double highY;

  private LineChart(double lowX, double highX, double lowY, double highY) {
    this.lowX = lowX;
    this.highX = highX;
    this.lowY = lowY;
    this.highY = highY;
  }

  /**
   * Draws the curves over a common pair of axes. A single noisy curve is drawn faintly with its
   * moving mean on top.
   *
   * @return an HTML figure, empty when no curve has a value
   */
  static String render(String title, String labelX, List<Series> curves) {
    List<Series> drawn = curves.stream().filter(Series::hasValues).toList();
    if (drawn.isEmpty()) {
      return "";
    }
    double lowX = Double.POSITIVE_INFINITY;
    double highX = Double.NEGATIVE_INFINITY;
    double lowY = Double.POSITIVE_INFINITY;
    double highY = Double.NEGATIVE_INFINITY;
    for (Series series : drawn) {
      for (int i = 0; i < series.x().length; i++) {
        if (Double.isFinite(series.y()[i])) {
          lowX = Math.min(lowX, series.x()[i]);
          highX = Math.max(highX, series.x()[i]);
          lowY = Math.min(lowY, series.y()[i]);
          highY = Math.max(highY, series.y()[i]);
        }
      }
    }
    double margin = highY > lowY ? (highY - lowY) * 0.06 : Math.max(0.5, Math.abs(highY) * 0.1);
    var chart = new LineChart(lowX, highX > lowX ? highX : lowX + 1, lowY - margin, highY + margin);
    return chart.figure(title, labelX, drawn);
  }

  private String figure(String title, String labelX, List<Series> curves) {
    StringBuilder out = new StringBuilder();
    out.append("<figure class=\"chart\"><figcaption>").append(Html.escape(title));
    if (curves.size() > 1) {
      out.append("<span class=\"legend\">");
      for (int i = 0; i < curves.size(); i++) {
        out.append("<i class=\"k").append(i % COLOURS).append("\"></i>");
        out.append(Html.escape(curves.get(i).name()));
      }
      out.append("</span>");
    }
    out.append("</figcaption>");
    out.append(
        "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">"
            .formatted(WIDTH, HEIGHT, Html.escape(title)));
    axes(out, labelX);
    for (int i = 0; i < curves.size(); i++) {
      int points = curves.get(i).x().length;
      if (points >= 12) {
        if (curves.size() == 1) {
          path(out, curves.get(i), "raw c" + i % COLOURS);
        }
        path(out, curves.get(i).smoothed(Math.max(3, points / 12)), "line c" + i % COLOURS);
      } else {
        path(out, curves.get(i), "line c" + i % COLOURS);
      }
    }
    return out.append("</svg></figure>").toString();
  }

  private void axes(StringBuilder out, String labelX) {
    for (double tick : Ticks.between(lowY, highY, 4)) {
      out.append(
          format(
              "<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>",
              LEFT, WIDTH - RIGHT, y(tick), y(tick)));
      out.append(
          format(
              "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>",
              LEFT - 6, y(tick) + 4, Ticks.label(tick)));
    }
    for (double tick : Ticks.between(lowX, highX, 5)) {
      out.append(
          format(
              "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>",
              x(tick), HEIGHT - BOTTOM + 16, Ticks.label(tick)));
    }
    out.append(
        format(
            "<line class=\"axis\" x1=\"%d\" x2=\"%d\" y1=\"%d\" y2=\"%d\"/>",
            LEFT, WIDTH - RIGHT, HEIGHT - BOTTOM, HEIGHT - BOTTOM));
    out.append(
        format(
            "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>",
            WIDTH - RIGHT, HEIGHT - 4, Html.escape(labelX)));
  }

  private void path(StringBuilder out, Series series, String style) {
    StringBuilder path = new StringBuilder();
    boolean drawing = false;
    for (int i = 0; i < series.x().length; i++) {
      if (Double.isFinite(series.y()[i])) {
        path.append(format("%s%.1f %.1f", drawing ? "L" : "M", x(series.x()[i]), y(series.y()[i])));
        drawing = true;
      } else {
        drawing = false;
      }
    }
    out.append("<path class=\"").append(style).append("\" d=\"").append(path).append("\"/>");
  }

  private double x(double value) {
    return LEFT + (value - lowX) / (highX - lowX) * (WIDTH - LEFT - RIGHT);
  }

  private double y(double value) {
    return HEIGHT - BOTTOM - (value - lowY) / (highY - lowY) * (HEIGHT - TOP - BOTTOM);
  }

  @SuppressWarnings("AnnotateFormatMethod") // the annotation would be a dependency
  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
