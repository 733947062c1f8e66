package example;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openr1.reward.RewardFunction;
import org.openr1.reward.RewardRow;
import org.openr1.reward.user.RewardProvider;

/** Makes the reward "brevity": 1 up to so many words, then falling to 0 at twice as many. */
public final class Brevity implements RewardProvider {
  private static final String WORDS = "words";

  @Override
  public String name() {
    return "brevity";
  }

  @Override
  public Map<String, String> parameters() {
    return Map.of(WORDS, "words that a completion may have (50)");
  }

  @Override
  public RewardFunction create(Map<String, String> parameters) {
    for (String name : parameters.keySet()) {
      if (!name.equals(WORDS)) {
        throw new IllegalArgumentException("there is no parameter '" + name + "'");
      }
    }
    int words = Integer.parseInt(parameters.getOrDefault(WORDS, "50"));
    if (words < 1) {
      throw new IllegalArgumentException("words must be positive but is " + words);
    }
    return new Function(words);
  }

  /** The function itself. */
  private record Function(int words) implements RewardFunction {
    @Override
    public String name() {
      return "brevity";
    }

    @Override
    public boolean isConcurrent() {
      return true; // It has no state, so several threads may call it at once.
    }

    @Override
    public List<Double> score(List<RewardRow> rows) {
      List<Double> scores = new ArrayList<>();
      for (RewardRow row : rows) {
        int count = row.completion().isBlank() ? 0 : row.completion().strip().split("\\s+").length;
        scores.add(Math.clamp(2 - (double) count / words, 0.0, 1.0));
      }
      return scores;
    }
  }
}
