package org.openr1.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openr1.pipeline.progress.RunProgress;
import org.openr1.pipeline.progress.Terminal;

/** Rows done, speed and time left: one live line on a terminal, plain lines elsewhere. */
final class RowProgress implements AutoCloseable {
  private static final long PLAIN_NANOS = TimeUnit.SECONDS.toNanos(10);
  private static final long LIVE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
  private static final Path ERROR_STREAM = Path.of("/proc/self/fd/2");

  private static final double SLOW = 10;

  private final String verb;
  private final PrintWriter err;
  private final long total;
  private final long before;
  private final boolean live;
  private final int columns;
  private final long begin = System.nanoTime();
  private long lastShown = begin;
  private boolean lineOpen;

  /**
   * @param verb what is done
   * @param total all rows
   * @param before rows that an earlier run did
   */
  RowProgress(String verb, PrintWriter err, long total, long before) {
    this.verb = verb;
    this.err = err;
    this.total = total;
    this.before = before;
    Terminal terminal = Terminal.standard();
    this.live = terminal.interactive() && errorsGoToTheTerminal();
    this.columns = terminal.columns();
  }

  /**
   * Java tells of standard output only; where the system says that errors go to a file, believe.
   */
  private static boolean errorsGoToTheTerminal() {
    try {
      return !Files.exists(ERROR_STREAM)
          || Files.readSymbolicLink(ERROR_STREAM).startsWith(Path.of("/dev"));
    } catch (IOException e) {
      return false;
    }
  }

  /** Shows where the run is, if it is time to. */
  void rows(long done) {
    long now = System.nanoTime();
    if (now - lastShown < (live ? LIVE_NANOS : PLAIN_NANOS)) {
      return;
    }
    lastShown = now;
    double seconds = (now - begin) / 1e9;
    double speed = (done - before) / seconds;
    String text =
        String.format(
            Locale.ROOT,
            speed < SLOW ? "%s  %,d of %,d rows  %.1f rows/s" : "%s  %,d of %,d rows  %,.0f rows/s",
            verb,
            done,
            total,
            speed);
    if (speed > 0 && done < total) {
      text +=
          "  "
              + RunProgress.duration(Duration.ofSeconds(Math.round((total - done) / speed)))
              + " left";
    }
    if (live) {
      err.print("\r\u001b[K" + (text.length() < columns ? text : text.substring(0, columns - 1)));
      lineOpen = true;
    } else {
      err.println(text);
    }
    err.flush();
  }

  /** Takes the live line away. */
  @Override
  public void close() {
    if (lineOpen) {
      err.print("\r\u001b[K");
      err.flush();
      lineOpen = false;
    }
  }
}
