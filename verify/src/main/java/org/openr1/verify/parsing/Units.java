package org.openr1.verify.parsing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Names of units: one normal name for all spellings of a unit. */
final class Units {
  static final String DEGREE = "degree";
  static final String PERCENT = "percent";

  /** Every line is a unit: its normal name, then its other names (singular). */
  private static final String NAMES =
      """
      $ dollar usd buck
      cent ¢
      € eur euro
      £ gbp pound-sterling
      ₹ inr rs rupee
      ¥ yen yuan cny rmb jpy
      percent pct percentage
      degree deg
      mm millimeter millimetre
      cm centimeter centimetre
      dm decimeter decimetre
      m meter metre
      km kilometer kilometre
      in inch inches
      ft foot feet
      yd yard
      mile mi
      mg milligram
      g gram gm
      kg kilogram kilo
      lb pound lbs
      oz ounce
      ton tonne
      ml milliliter millilitre
      l liter litre
      second sec s
      minute min
      hour hr h
      day
      week
      month
      year yr
      hz hertz
      mph
      kph
      n newton
      j joule
      w watt
      kw kilowatt
      v volt
      radian rad
      gallon gal
      unit
      """;

  private static final Pattern SPACES = Pattern.compile("[\\s~]+");
  private static final Map<String, String> NORMAL = names();
  private static final Set<String> MODIFIERS = Set.of("square", "sq", "cubic", "cu", "per");

  private static final Map<String, Integer> SCALES =
      Map.of("hundred", 2, "thousand", 3, "million", 6, "billion", 9, "trillion", 12);

  private Units() {}

  /** The power of ten that a word multiplies by ("3 million"), 0 for other words. */
  static int scale(String word) {
    return SCALES.getOrDefault(singular(word.toLowerCase(Locale.ROOT)), 0);
  }

  /** Whether a word without any mark of its own, such as "cents", is a unit behind a number. */
  static boolean isKnown(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return word.length() > 1
        && (scale(lower) > 0
            || NORMAL.containsKey(lower)
            || NORMAL.containsKey(singular(lower))
            || MODIFIERS.contains(lower));
  }

  /** Whether a letter that is set as text behind a number is a unit: metres, grams, seconds. */
  static boolean isSingleLetter(String text) {
    return text.length() == 1 && "mgshlLNJWV".contains(text);
  }

  /** Whether a sign is one of a currency. */
  static boolean isCurrency(char sign) {
    return "$€£₹¥¢₩₽₤".indexOf(sign) >= 0;
  }

  /**
   * The normal name of a unit of one or several words: lower case, singular, without dots, squares
   * and cubes as powers. Words that are no known unit are a unit too ("apples").
   */
  static String normal(String words) {
    List<String> parts =
        SPACES.splitAsStream(words.toLowerCase(Locale.ROOT).replace(".", "").strip()).toList();
    StringBuilder normal = new StringBuilder();
    String power = "";
    for (String part : parts) {
      switch (part) {
        case "square", "sq" -> power = "^2";
        case "cubic", "cu" -> power = "^3";
        case "", "of", "the" -> {}
        case "per" -> normal.append('/');
        default -> {
          if (!normal.isEmpty() && normal.charAt(normal.length() - 1) != '/') {
            normal.append(' ');
          }
          normal.append(
              NORMAL.getOrDefault(part, NORMAL.getOrDefault(singular(part), singular(part))));
          normal.append(power);
          power = "";
        }
      }
    }
    String name = normal.toString();
    return name.startsWith("unit") ? "" : name;
  }

  private static String singular(String word) {
    return word.length() > 3 && word.endsWith("s") && !word.endsWith("ss")
        ? word.substring(0, word.length() - 1)
        : word;
  }

  private static Map<String, String> names() {
    Map<String, String> names = new TreeMap<>();
    for (String line : NAMES.strip().lines().toList()) {
      List<String> words = SPACES.splitAsStream(line).toList();
      for (String word : words) {
        names.put(word, words.getFirst());
      }
    }
    return names;
  }
}
