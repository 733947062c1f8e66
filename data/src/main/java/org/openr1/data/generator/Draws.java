package org.openr1.data.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Drawing of things that generators need. */
public final class Draws {
  private static final List<String> NAMES =
      List.of(
          "Ada", "Ben", "Carla", "Dmitri", "Elif", "Farid", "Grace", "Hugo", "Ines", "Jonas",
          "Kenji", "Lena", "Maya", "Noor", "Omar", "Priya", "Quinn", "Rosa", "Sami", "Tara", "Uma",
          "Victor", "Wendy", "Yara", "Zoe");

  private Draws() {}

  /** A whole number from {@code least} to {@code most}, both included. */
  public static int between(RandomGenerator random, int least, int most) {
    return random.nextInt(least, most + 1);
  }

  /** One of the list. */
  public static <T> T one(RandomGenerator random, List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  /** Different ones of the list, in random order. */
  public static <T> List<T> several(RandomGenerator random, List<T> of, int count) {
    List<T> rest = new ArrayList<>(of);
    List<T> chosen = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      chosen.add(rest.remove(random.nextInt(rest.size())));
    }
    return List.copyOf(chosen);
  }

  /** A whole number from {@code -bound} to {@code bound} other than 0. */
  public static int nonZero(RandomGenerator random, int bound) {
    int size = between(random, 1, bound);
    return random.nextBoolean() ? size : -size;
  }

  /**
   * One of several ways to say the same.
   *
   * @param ways formats of {@link java.util.Formatter}, each with all arguments in order
   */
  public static String wording(RandomGenerator random, List<String> ways, Object... arguments) {
    return one(random, ways).formatted(arguments);
  }

  /** Different first names. */
  public static List<String> names(RandomGenerator random, int count) {
    return several(random, NAMES, count);
  }

  /** Lower-case letters, no word of any language meant. */
  public static String letters(RandomGenerator random, int length, String alphabet) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }
}
