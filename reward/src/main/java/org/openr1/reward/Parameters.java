package org.openr1.reward;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of a reward function and remembers which ones the function has. */
public final class Parameters {
  private final String function;
  private final Map<String, ?> given;
  private final Set<String> known = new LinkedHashSet<>();

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
    known.add(name);
    return Optional.ofNullable(given.get(name)).map(Object::toString);
  }

  /** The text of that name, or {@code absent}. */
  public String text(String name, String absent) {
    return text(name).orElse(absent);
  }

  /** The value of that name, or {@code absent}; true and false are the only values. */
  public boolean flag(String name, boolean absent) {
    String value = text(name, Boolean.toString(absent));
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
    String value = text(name, Integer.toString(absent));
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw refused(name, "a whole number", value, e);
    }
  }

  /** The finite number of that name, or {@code absent}. */
  public double decimal(String name, double absent) {
    String value = text(name, Double.toString(absent));
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
    Optional<String> value = text(name);
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
      if (!known.contains(name)) {
        throw new IllegalArgumentException(
            "%s has no parameter '%s'; it has: %s"
                .formatted(function, name, known.isEmpty() ? "none" : String.join(", ", known)));
      }
    }
  }

  private IllegalArgumentException refused(
      String name, String wanted, String value, @Nullable Exception e) {
    return new IllegalArgumentException(
        "%s: %s must be %s but is '%s'".formatted(function, name, wanted, value), e);
  }
}
