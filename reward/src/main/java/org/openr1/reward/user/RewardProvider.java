package org.openr1.reward.user;

import java.util.Map;
import org.openr1.reward.RewardFunction;

/**
 * Makes a reward function of your own. Put a public class that implements this interface into a
 * jar, name it in the jar's file {@code META-INF/services/org.openr1.reward.user.RewardProvider},
 * and name the jar in the recipe's {@code reward_jars}.
 */
public interface RewardProvider {
  /** The name that recipes use: lower-case letters, digits and underscores. */
  String name();

  /**
   * A function for these parameters.
   *
   * @param parameters what the recipe says, as text
   * @throws IllegalArgumentException for a parameter or value there is not; its message is shown
   */
  RewardFunction create(Map<String, String> parameters);

  /** What each parameter means, by name; shown in lists. */
  default Map<String, String> parameters() {
    return Map.of();
  }
}
