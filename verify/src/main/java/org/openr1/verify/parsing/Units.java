package org.openr1.verify.parsing;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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
      n newton
      j joule
      w watt
      kw kilowatt
      v volt
      radian rad
      gallon gal
      unit
      mile/hour mph
      km/hour kph kmh
      """;

  private static final Pattern NO_LETTERS = Pattern.compile("[^A-Za-z]+");
  private static final Pattern SPACES = Pattern.compile("[\\s~]+");
  private static final Map<String, String> NORMAL = names();
  private static final Set<String> MODIFIERS = Set.of("square", "sq", "cubic", "cu", "per");

  private static final Map<String, BigInteger> SCALES =
      Map.of(
          "dozen", BigInteger.valueOf(12),
          "hundred", BigInteger.TEN.pow(2),
          "thousand", BigInteger.TEN.pow(3),
          "million", BigInteger.TEN.pow(6),
          "billion", BigInteger.TEN.pow(9),
          "trillion", BigInteger.TEN.pow(12));

  private Units() {}

  /** The number that a word multiplies by ("3 million"), null for other words. */
  static @Nullable BigInteger scale(String word) {
    return SCALES.get(singular(word.toLowerCase(Locale.ROOT)));
  }

  /** Whether a word without any mark of its own, such as "cents", is a unit behind a number. */
  static boolean isKnown(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return word.length() > 1
        && (scale(lower) != null
            || NORMAL.containsKey(lower)
            || NORMAL.containsKey(singular(lower))
            || MODIFIERS.contains(lower));
  }

  /** Whether a letter that is set as text behind a number is a unit: metres, grams, seconds. */
  static boolean isSingleLetter(String text) {
    return text.length() == 1 && "mgshlLNJWV".contains(text);
  }

  /** Whether text behind a number is units and nothing else, such as m/s or km^2. */
  static boolean isUnits(String text) {
    return text.indexOf('/') > 0
        && NO_LETTERS
            .splitAsStream(text)
            .filter(part -> !part.isEmpty())
            .allMatch(part -> isSingleLetter(part) || isKnown(part));
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
    String plain = words.toLowerCase(Locale.ROOT).replace(".", "").replace("/", " per ").strip();
    List<String> parts = SPACES.splitAsStream(plain).toList();
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
          normal.append(named(part));
          normal.append(power);
          power = "";
        }
      }
    }
    String name = normal.toString();
    return name.equals("unit") ? "" : name;
  }

  /** The normal name of one word, which may carry a power: cm^2. */
  private static String named(String word) {
    int mark = word.indexOf('^');
    String bare = mark > 0 ? word.substring(0, mark) : word;
    String power = mark > 0 ? word.substring(mark) : "";
    return NORMAL.getOrDefault(bare, NORMAL.getOrDefault(singular(bare), singular(bare))) + power;
  }

  private static String singular(String word) {
    if (!word.endsWith("s") || word.endsWith("ss") || word.length() < 3) {
      return word;
    }
    String bare = word.substring(0, word.length() - 1);
    return word.length() > 3 || NORMAL.containsKey(bare) ? bare : word;
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
