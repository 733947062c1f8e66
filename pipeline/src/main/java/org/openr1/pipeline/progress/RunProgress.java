package org.openr1.pipeline.progress;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.LongSupplier;
import org.openr1.pipeline.stage.StageProgress;

/**
 * Shows a run: one live line on a terminal, a plain line every few seconds elsewhere, and every
 * plain line in the run's log with its time.
 */
public final class RunProgress implements StageProgress, AutoCloseable {
  private static final Duration PLAIN_INTERVAL = Duration.ofSeconds(10);
  private static final Duration LIVE_INTERVAL = Duration.ofMillis(100);

  private final Terminal terminal;
  private final BufferedWriter log;
  private final LongSupplier nanoTime;
  private String heading = "";
  private long stageStart;
  private long firstStepDone = -1;
  private long lastShown;
  private boolean liveLineOpen;

  /** Appends to {@code logFile}. */
  public RunProgress(Terminal terminal, Path logFile) throws IOException {
    this(terminal, logFile, System::nanoTime);
  }

  RunProgress(Terminal terminal, Path logFile, LongSupplier nanoTime) throws IOException {
    this.terminal = terminal;
    this.nanoTime = nanoTime;
    this.log =
        Files.newBufferedWriter(
            logFile, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    long now = nanoTime.getAsLong();
    this.stageStart = now;
    this.lastShown = now;
  }

  /** Begins a stage: prints its number, name and purpose. */
  public void stage(int number, int of, String name, String purpose) {
    heading = "[" + number + "/" + of + "] " + name;
    stageStart = nanoTime.getAsLong();
    firstStepDone = -1;
    lastShown = stageStart;
    line(heading + "  " + purpose, terminal.bold(heading) + "  " + terminal.dim(purpose));
  }

  @Override
  public void step(long done, long total, SequencedMap<String, Double> figures) {
    long now = nanoTime.getAsLong();
    if (firstStepDone < 0) {
      // Steps that an earlier process did say nothing about the speed of this one.
      firstStepDone = Math.max(0, done - 1);
    }
    Duration interval = terminal.interactive() ? LIVE_INTERVAL : PLAIN_INTERVAL;
    boolean last = total > 0 && done >= total;
    if (now - lastShown < interval.toNanos() && !(last && !terminal.interactive())) {
      return;
    }
    lastShown = now;
    String text = heading + "  " + describe(done, total, figures, now);
    if (terminal.interactive()) {
      String cut =
          text.length() < terminal.columns() ? text : text.substring(0, terminal.columns() - 1);
      terminal.out().print("\r\u001b[K" + cut);
      terminal.out().flush();
      liveLineOpen = true;
    } else {
      line(text, text);
    }
  }

  private String describe(long done, long total, SequencedMap<String, Double> figures, long now) {
    List<String> parts = new ArrayList<>();
    parts.add(total > 0 ? "step " + done + "/" + total : "step " + done);
    for (Map.Entry<String, Double> figure : figures.entrySet()) {
      parts.add(figure.getKey() + " " + number(figure.getValue()));
    }
    double seconds = (now - stageStart) / 1e9;
    long here = done - firstStepDone;
    if (total > done && here > 0) {
      parts.add(
          duration(Duration.ofSeconds(Math.round(seconds / here * (total - done)))) + " left");
    }
    return String.join("  ", parts);
  }

  /** A figure with few digits: whole numbers from 100, three decimals below. */
  public static String number(double value) {
    if (Double.isNaN(value)) {
      return "-";
    }
    double size = Math.abs(value);
    if (size >= 100) {
      return String.format(Locale.ROOT, "%.0f", value);
    }
    return size != 0 && size < 0.001
        ? String.format(Locale.ROOT, "%.1e", value)
        : String.format(Locale.ROOT, "%.3f", value);
  }

  /** Minutes and seconds, hours where there are any. */
  public static String duration(Duration time) {
    long seconds = time.toSeconds();
    return seconds >= 3600
        ? String.format(Locale.ROOT, "%d h %02d min", seconds / 3600, seconds % 3600 / 60)
        : String.format(Locale.ROOT, "%d:%02d min", seconds / 60, seconds % 60);
  }

  @Override
  public void note(String text) {
    for (String each : text.split("\n", -1)) {
      line(each, each);
    }
  }

  private void line(String plain, String decorated) {
    if (liveLineOpen) {
      terminal.out().print("\r\u001b[K");
      liveLineOpen = false;
    }
    terminal.out().println(decorated);
    try {
      log.write(Instant.now().truncatedTo(ChronoUnit.SECONDS) + " " + plain + "\n");
      log.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the run's log", e);
    }
  }

  @Override
  public void close() throws IOException {
    if (liveLineOpen) {
      terminal.out().println();
    }
    log.close();
  }
}
