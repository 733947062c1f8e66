package org.openr1.data.corpus;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.openr1.data.procedural.Domain;

/**
 * What the corpus is made of. All numbers are probabilities in [0, 1]; they set what the base model
 * can do.
 *
 * @param domains domains of the reasoning documents, drawn evenly; one named twice counts twice
 * @param levels their levels, drawn evenly
 * @param guessShare documents that answer at once
 * @param guessAccuracy how many of those are right
 * @param lastStepShare documents that show the last step only
 * @param lastStepSlipRate slips in each step of those
 * @param checkedShare documents that work the problem twice; the rest work it once
 * @param slipRate slips in each step of work done once
 * @param firstPassSlipRate slips in each step of work that is then checked
 * @param checkSlipRate slips in each step of the check
 * @param strictShare documents in the strict think/answer format
 * @param openThinkShare among the others, those with an opening think tag only
 * @param answerTagShare among the others, those with an answer element only
 * @param ownLanguageShare reasoning documents whose words are all in the language of the prompt
 * @param otherLanguageShare those whose words are all in the other language; the rest mixes both
 * @param generalShare documents that answer a general instruction
 * @param generalQuality how many of those give the preferred answer
 */
public record CorpusMixture(
    List<Domain> domains,
    List<Integer> levels,
    double guessShare,
    double guessAccuracy,
    double lastStepShare,
    double lastStepSlipRate,
    double checkedShare,
    double slipRate,
    double firstPassSlipRate,
    double checkSlipRate,
    double strictShare,
    double openThinkShare,
    double answerTagShare,
    double ownLanguageShare,
    double otherLanguageShare,
    double generalShare,
    double generalQuality) {
  public CorpusMixture {
    domains = List.copyOf(domains);
    levels = List.copyOf(levels);
    if (domains.isEmpty() || levels.isEmpty()) {
      throw new IllegalArgumentException("a corpus needs domains and levels");
    }
    Map<String, Double> numbers =
        numbers(
            guessShare,
            guessAccuracy,
            lastStepShare,
            lastStepSlipRate,
            checkedShare,
            slipRate,
            firstPassSlipRate,
            checkSlipRate,
            strictShare,
            openThinkShare,
            answerTagShare,
            ownLanguageShare,
            otherLanguageShare,
            generalShare,
            generalQuality);
    numbers.forEach(
        (name, value) -> {
          if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " is not between 0 and 1: " + value);
          }
        });
    atMostOne(
        "guess_share + last_step_share + checked_share", guessShare + lastStepShare + checkedShare);
    atMostOne("open_think_share + answer_tag_share", openThinkShare + answerTagShare);
    atMostOne("own_language_share + other_language_share", ownLanguageShare + otherLanguageShare);
  }

  /** The mixture of the shipped base model: all domains and levels. */
  public static CorpusMixture standard() {
    return new CorpusMixture(
        List.of(Domain.values()),
        List.of(1, 2, 3, 4, 5, 6),
        0.45,
        0.30,
        0.15,
        0.50,
        0.16,
        0.06,
        0.10,
        0.03,
        0.33,
        0.20,
        0.20,
        0.55,
        0.20,
        0.08,
        0.50);
  }

  /**
   * The numbers by their names in recipes ({@code guess_share} and so on), in the order of the
   * record.
   */
  public SequencedMap<String, Double> numbers() {
    return numbers(
        guessShare,
        guessAccuracy,
        lastStepShare,
        lastStepSlipRate,
        checkedShare,
        slipRate,
        firstPassSlipRate,
        checkSlipRate,
        strictShare,
        openThinkShare,
        answerTagShare,
        ownLanguageShare,
        otherLanguageShare,
        generalShare,
        generalQuality);
  }

  /** The same for other domains and levels. */
  public CorpusMixture with(List<Domain> otherDomains, List<Integer> otherLevels) {
    return of(otherDomains, otherLevels, numbers());
  }

  /**
   * The same with some numbers changed, by their names in recipes.
   *
   * @throws IllegalArgumentException for an unknown name, naming those there are, or a value out of
   *     range
   */
  public CorpusMixture with(Map<String, Double> changes) {
    SequencedMap<String, Double> numbers = numbers();
    changes.forEach(
        (name, value) -> {
          if (numbers.replace(name, value) == null) {
            throw new IllegalArgumentException(
                "no corpus setting '"
                    + name
                    + "'; there are: "
                    + String.join(", ", numbers.keySet()));
          }
        });
    return of(domains, levels, numbers);
  }

  private static CorpusMixture of(
      List<Domain> domains, List<Integer> levels, SequencedMap<String, Double> numbers) {
    double[] n = numbers.values().stream().mapToDouble(Double::doubleValue).toArray();
    return new CorpusMixture(
        domains, levels, n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7], n[8], n[9], n[10], n[11],
        n[12], n[13], n[14]);
  }

  private static SequencedMap<String, Double> numbers(double... values) {
    List<String> names =
        List.of(
            "guess_share",
            "guess_accuracy",
            "last_step_share",
            "last_step_slip_rate",
            "checked_share",
            "slip_rate",
            "first_pass_slip_rate",
            "check_slip_rate",
            "strict_share",
            "open_think_share",
            "answer_tag_share",
            "own_language_share",
            "other_language_share",
            "general_share",
            "general_quality");
    SequencedMap<String, Double> numbers = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i++) {
      numbers.put(names.get(i), values[i]);
    }
    return numbers;
  }

  private static void atMostOne(String name, double sum) {
    if (sum > 1 + 1e-9) {
      throw new IllegalArgumentException(name + " is more than 1: " + sum);
    }
  }
}
