package org.openr1.pipeline.stage;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rewards {@code preference} and {@code safety}: a trained model with a scalar head scores
 * every row. Their one parameter, {@code model}, is the folder that a {@code reward_model} stage
 * wrote.
 *
 * @param model as the recipe names it
 */
record ModelReward(PreferenceReward.Judged judged, double weight, String model) {
  private static final String MODEL = "model";
  private static final Map<String, PreferenceReward.Judged> NAMES =
      Map.of(
          "preference", PreferenceReward.Judged.FINAL_ANSWER,
          "safety", PreferenceReward.Judged.WHOLE_RESPONSE);

  /**
   * What a recipe means when it names one of them; empty for other names.
   *
   * @throws IllegalArgumentException when parameters are missing or unknown
   */
  static Optional<ModelReward> of(NamedReward named) {
    PreferenceReward.Judged judged = NAMES.get(named.name());
    if (judged == null) {
      return Optional.empty();
    }
    Map<String, String> parameters = named.parameters().orElse(Map.of());
    String model = parameters.get(MODEL);
    if (model == null || parameters.size() > 1) {
      throw new IllegalArgumentException(
          "%s has one parameter, 'model', the folder of a trained reward model; given: %s"
              .formatted(named.name(), parameters.isEmpty() ? "none" : parameters.keySet()));
    }
    return Optional.of(new ModelReward(judged, named.weight(), model));
  }

  /** Without those that a model gives. */
  static List<NamedReward> others(List<NamedReward> named) {
    return named.stream().filter(reward -> !NAMES.containsKey(reward.name())).toList();
  }
}
