package org.openr1.reward;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.openr1.verify.Extraction;
import org.openr1.verify.language.LanguageConsistency;
import org.openr1.verify.language.LanguageDetector;
import org.openr1.verify.language.Lexicon;

/**
 * The reward functions by the names that recipes use, each behind a {@link GuardedReward}.
 *
 * <table>
 * <caption>Functions and their parameters</caption>
 * <tr><td>accuracy</td><td>extraction: strict, answer_tag (default), any or last_number</td></tr>
 * <tr><td>format, tag_count</td><td>newlines: false (default) or true for open-r1's rule</td></tr>
 * <tr><td>language_consistency</td><td>lexicon: tiny (default) or real</td></tr>
 * <tr><td>reasoning_steps</td><td></td></tr>
 * <tr><td>soft_overlong_punishment</td><td>max_completion_len (16384), soft_punish_cache (4096)</td></tr>
 * </table>
 */
public final class RewardRegistry {
  private static final Map<String, Function<Parameters, RewardFunction>> FUNCTIONS =
      Collections.unmodifiableMap(
          new TreeMap<>(
              Map.of(
                  "accuracy",
                      p ->
                          new AccuracyReward(Extraction.byName(p.text("extraction", "answer_tag"))),
                  "format", p -> new FormatReward(p.flag("newlines")),
                  "tag_count", p -> new TagCountReward(p.flag("newlines")),
                  "reasoning_steps", p -> new ReasoningStepsReward(),
                  "language_consistency",
                      p -> new LanguageConsistencyReward(detector(p.text("lexicon", "tiny"))),
                  "soft_overlong_punishment",
                      p ->
                          new SoftOverlongPunishment(
                              p.integer("max_completion_len", 16_384),
                              p.integer("soft_punish_cache", 4_096)))));

  private RewardRegistry() {}

  /** The names there are, in alphabetical order. */
  public static List<String> names() {
    return List.copyOf(FUNCTIONS.keySet());
  }

  /**
   * The function of that name.
   *
   * @param parameters values by name; numbers, booleans or text
   * @throws IllegalArgumentException for a name, parameter or value there is not, naming those
   *     there are
   */
  public static GuardedReward byName(String name, Map<String, ?> parameters) {
    Function<Parameters, RewardFunction> maker = FUNCTIONS.get(name);
    if (maker == null) {
      throw new IllegalArgumentException(
          "no reward function '" + name + "'; there are: " + String.join(", ", FUNCTIONS.keySet()));
    }
    Parameters given = new Parameters(name, Map.copyOf(parameters), new ArrayList<>());
    RewardFunction function = maker.apply(given);
    given.refuseOthers();
    return new GuardedReward(function);
  }

  /** The function of that name with default parameters. */
  public static GuardedReward byName(String name) {
    return byName(name, Map.of());
  }

  private static LanguageDetector detector(String name) {
    return switch (name) {
      case "tiny" -> Lexicon.tiny();
      case "real" -> LanguageConsistency::ofRealText;
      default ->
          throw new IllegalArgumentException(
              "language_consistency: no lexicon '" + name + "'; there are: tiny, real");
    };
  }

  /** Reads parameters and remembers which ones the function has. */
  private record Parameters(String function, Map<String, ?> given, List<String> known) {
    String text(String name, String absent) {
      known.add(name);
      Object value = given.get(name);
      return value == null ? absent : value.toString();
    }

    boolean flag(String name) {
      String value = text(name, "false");
      if (!value.equals("true") && !value.equals("false")) {
        throw new IllegalArgumentException(
            "%s: %s must be true or false but is '%s'".formatted(function, name, value));
      }
      return value.equals("true");
    }

    int integer(String name, int absent) {
      String value = text(name, Integer.toString(absent));
      try {
        return Integer.parseInt(value);
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(
            "%s: %s must be a whole number but is '%s'".formatted(function, name, value), e);
      }
    }

    void refuseOthers() {
      for (String name : given.keySet()) {
        if (!known.contains(name)) {
          throw new IllegalArgumentException(
              "%s has no parameter '%s'; it has: %s"
                  .formatted(function, name, known.isEmpty() ? "none" : String.join(", ", known)));
        }
      }
    }
  }
}
