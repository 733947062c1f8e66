package org.openr1.pipeline.progress;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a run prints.
 *
 * @param out receives all lines
 * @param interactive whether a line may be drawn over
 * @param colour whether escape codes for colour are wanted
 * @param columns width to cut live lines at
 */
public record Terminal(PrintStream out, boolean interactive, boolean colour, int columns) {
  public Terminal {
    Objects.requireNonNull(out, "out");
    if (columns < 20) {
      throw new IllegalArgumentException("columns is " + columns + ", at least 20 are needed");
    }
  }

  /**
   * Standard output as this process finds it; {@code NO_COLOR} and {@code TERM=dumb} are respected.
   */
  public static Terminal standard() {
    String term = System.getenv("TERM");
    boolean dumb = term == null || term.equals("dumb");
    boolean interactive = isTerminal(System.console()) && !dumb;
    String noColour = System.getenv("NO_COLOR");
    boolean colour = interactive && (noColour == null || noColour.isEmpty());
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    return new Terminal(out, interactive, colour, columnsOf(System.getenv("COLUMNS")));
  }

  private static int columnsOf(@Nullable String columns) {
    int usual = 100;
    if (columns == null || !columns.matches("[0-9]{1,4}")) {
      return usual;
    }
    return Math.max(20, Integer.parseInt(columns));
  }

  /** Null only where the JDK has no console module. */
  private static boolean isTerminal(@Nullable Console console) {
    return console != null && console.isTerminal();
  }

  /** Plain lines to a stream, as in a pipe or a test. */
  public static Terminal plain(PrintStream out) {
    return new Terminal(out, false, false, 120);
  }

  String bold(String text) {
    return colour ? "\u001b[1m" + text + "\u001b[0m" : text;
  }

  String dim(String text) {
    return colour ? "\u001b[2m" + text + "\u001b[0m" : text;
  }
}
