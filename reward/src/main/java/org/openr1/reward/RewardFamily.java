package org.openr1.reward;

import java.util.Map;

/**
 * A family of reward functions that {@link RewardRegistry} finds as a service: the class has a
 * public constructor without parameters, and its name is a line of {@code
 * META-INF/services/org.openr1.reward.RewardFamily} on the class path.
 */
public interface RewardFamily {
  /** The makers of the functions by the names that recipes use. */
  Map<String, RewardFactory> factories();
}
