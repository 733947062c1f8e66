package org.openr1.reward;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of a reward function and remembers which ones the function has. */
public final class Parameters {
  private final String function;
  private final Map<String, ?> given;
  private final Map<String, String> known = new LinkedHashMap<>();

  /**
   * @param function the name in recipes, for messages
   * @param given values by name; numbers, booleans or text
   */
  public Parameters(String function, Map<String, ?> given) {
    this.function = Objects.requireNonNull(function, "function");
    this.given = Map.copyOf(given);
  }

  /** The text of that name, empty when it is not given. */
  public Optional<String> text(String name) {
    return given(name, "text");
  }

  private Optional<String> given(String name, String meaning) {
    known.put(name, meaning);
    return Optional.ofNullable(given.get(name)).map(Object::toString);
  }

  private String given(String name, String kind, Object absent) {
    return given(name, "%s (%s)".formatted(kind, absent)).orElse(absent.toString());
  }

  /** The text of that name, or {@code absent}. */
  public String text(String name, String absent) {
    return given(name, "text", absent);
  }

  /** The value of that name, or {@code absent}; true and false are the only values. */
  public boolean flag(String name, boolean absent) {
    String value = given(name, "true or false", absent);
    if (!value.equals("true") && !value.equals("false")) {
      throw refused(name, "true or false", value, null);
    }
    return value.equals("true");
  }

  /** Whether the value of that name is true; false when it is not given. */
  public boolean flag(String name) {
    return flag(name, false);
  }

  /** The whole number of that name, or {@code absent}. */
  public int integer(String name, int absent) {
    String value = given(name, "whole number", absent);
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw refused(name, "a whole number", value, e);
    }
  }

  /** The finite number of that name, or {@code absent}. */
  public double decimal(String name, double absent) {
    String value = given(name, "number", absent);
    double number;
    try {
      number = Double.parseDouble(value);
    } catch (NumberFormatException e) {
      throw refused(name, "a number", value, e);
    }
    if (!Double.isFinite(number)) {
      throw refused(name, "a finite number", value, null);
    }
    return number;
  }

  /** The file or folder of that name, empty when it is not given. */
  public Optional<Path> path(String name) {
    Optional<String> value = given(name, "path");
    try {
      return value.map(Path::of);
    } catch (InvalidPathException e) {
      throw refused(name, "a path", value.orElse(""), e);
    }
  }

  /**
   * Refuses what no call has asked for.
   *
   * @throws IllegalArgumentException naming the parameters there are
   */
  public void refuseOthers() {
    for (String name : new TreeSet<>(given.keySet())) {
      if (!known.containsKey(name)) {
        throw new IllegalArgumentException(
            "%s has no parameter '%s'; it has: %s"
                .formatted(
                    function, name, known.isEmpty() ? "none" : String.join(", ", known.keySet())));
      }
    }
  }

  /**
   * What has been asked for, one line each: the name, what it takes and, in brackets, its default.
   */
  List<String> described() {
    List<String> lines = new ArrayList<>();
    known.forEach((name, meaning) -> lines.add(name + ": " + meaning));
    return lines;
  }

  private IllegalArgumentException refused(
      String name, String wanted, String value, @Nullable Exception e) {
    return new IllegalArgumentException(
        "%s: %s must be %s but is '%s'".formatted(function, name, wanted, value), e);
  }
}
