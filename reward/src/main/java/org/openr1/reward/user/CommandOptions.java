package org.openr1.reward.user;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringTokenizer;

/**
 * How a command scores rows.
 *
 * @param name under which its values are logged
 * @param command the program and its arguments
 * @param timeout for one row; the first row after a start has the start in it
 * @param restarts how many times in a row it is started again after a failure
 */
public record CommandOptions(String name, List<String> command, Duration timeout, int restarts) {
  private static final String DEFAULT_NAME = "command";
  private static final String DEFAULT_TIMEOUT = "30";
  private static final String DEFAULT_RESTARTS = "5";

  /** Parameters in recipes and what they mean. */
  static final Map<String, String> PARAMETERS = parameters();

  public CommandOptions {
    Objects.requireNonNull(name, "name");
    command = List.copyOf(command);
    if (command.isEmpty() || command.getFirst().isBlank()) {
      throw new IllegalArgumentException("command: is empty");
    }
    if (!timeout.isPositive()) {
      throw new IllegalArgumentException("timeout: must be above 0 s but is " + timeout);
    }
    if (restarts < 0) {
      throw new IllegalArgumentException("restarts: must not be negative but is " + restarts);
    }
  }

  private static Map<String, String> parameters() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("command", "the command line; blanks split it, quotes keep words together, no shell");
    all.put("timeout", "seconds for one row (" + DEFAULT_TIMEOUT + ")");
    all.put("restarts", "starts in a row after failures (" + DEFAULT_RESTARTS + ")");
    all.put("name", "name of its values in logs (" + DEFAULT_NAME + ")");
    return all;
  }

  /**
   * Reads the parameters of a recipe.
   *
   * @throws IllegalArgumentException for a parameter or value there is not, and for a program there
   *     is not
   */
  public static CommandOptions of(Map<String, String> parameters) {
    for (String name : parameters.keySet()) {
      if (!PARAMETERS.containsKey(name)) {
        throw new IllegalArgumentException(
            "command has no parameter '%s'; it has: %s"
                .formatted(name, String.join(", ", PARAMETERS.keySet())));
      }
    }
    String line = parameters.get("command");
    if (line == null) {
      throw new IllegalArgumentException("command: the parameter 'command' is missing");
    }
    CommandOptions options =
        new CommandOptions(
            parameters.getOrDefault("name", DEFAULT_NAME),
            CommandWords.split(line),
            seconds(parameters.getOrDefault("timeout", DEFAULT_TIMEOUT)),
            whole(parameters.getOrDefault("restarts", DEFAULT_RESTARTS)));
    requireProgram(options.command().getFirst());
    return options;
  }

  private static Duration seconds(String text) {
    return Seconds.parse("command: timeout", text)
        .orElseThrow(() -> new IllegalArgumentException("command: timeout must be above 0 s"));
  }

  private static int whole(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "command: restarts must be a whole number but is '" + text + "'", e);
    }
  }

  /** A program that is not there is found before a run of hours starts, not in it. */
  private static void requireProgram(String program) {
    if (program.indexOf(File.separatorChar) >= 0) {
      if (!Files.isExecutable(Path.of(program)) || Files.isDirectory(Path.of(program))) {
        throw new IllegalArgumentException(
            "command: there is no program " + Path.of(program).toAbsolutePath());
      }
      return;
    }
    String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
    StringTokenizer folders = new StringTokenizer(path, File.pathSeparator);
    while (folders.hasMoreTokens()) {
      if (Files.isExecutable(Path.of(folders.nextToken(), program))) {
        return;
      }
    }
    throw new IllegalArgumentException("command: there is no program '" + program + "' in PATH");
  }
}
