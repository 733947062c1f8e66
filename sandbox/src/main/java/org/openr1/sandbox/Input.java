package org.openr1.sandbox;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What one run of a program is given.
 *
 * @param stdin text on standard input
 * @param arguments of the command line
 * @param files read-only text files in the working directory, by name
 */
public record Input(String stdin, List<String> arguments, Map<String, String> files) {
  /** No standard input, no arguments, no files. */
  public static final Input NONE = of("");

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.+-]{0,99}");

  public Input {
    Objects.requireNonNull(stdin, "stdin");
    arguments = List.copyOf(arguments);
    files = Map.copyOf(files);
    files.keySet().forEach(Input::checkName);
  }

  /** Standard input only. */
  public static Input of(String stdin) {
    return new Input(stdin, List.of(), Map.of());
  }

  static void checkName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "file name '%s' is not made of letters, digits, '_', '.', '+' and '-'".formatted(name));
    }
  }
}
