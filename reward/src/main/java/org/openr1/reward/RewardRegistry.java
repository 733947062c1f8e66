package org.openr1.reward;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The reward functions by the names that recipes use, each behind a {@link GuardedReward}. The
 * functions come from the {@link RewardFamily families} on the class path; docs/rewards.md lists
 * those of this project with their parameters.
 */
public final class RewardRegistry {
  private static final SortedMap<String, RewardFactory> FACTORIES =
      merged(ServiceLoader.load(RewardFamily.class, RewardRegistry.class.getClassLoader()));

  private RewardRegistry() {}

  private static SortedMap<String, RewardFactory> merged(Iterable<RewardFamily> families) {
    SortedMap<String, RewardFactory> all = new TreeMap<>();
    for (RewardFamily family : families) {
      family
          .factories()
          .forEach(
              (name, factory) -> {
                if (all.put(name, factory) != null) {
                  throw new IllegalStateException(
                      "%s has a reward '%s', but there is one of that name already"
                          .formatted(family.getClass().getName(), name));
                }
              });
    }
    return Collections.unmodifiableSortedMap(all);
  }

  /** The names there are, in alphabetical order. */
  public static List<String> names() {
    return List.copyOf(FACTORIES.keySet());
  }

  /**
   * The function of that name.
   *
   * @param parameters values by name; numbers, booleans or text
   * @throws IllegalArgumentException for a name, parameter or value there is not, naming those
   *     there are
   */
  public static GuardedReward byName(String name, Map<String, ?> parameters) {
    RewardFactory factory = FACTORIES.get(name);
    if (factory == null) {
      throw new IllegalArgumentException(
          "no reward function '" + name + "'; there are: " + String.join(", ", FACTORIES.keySet()));
    }
    Parameters given = new Parameters(name, parameters);
    RewardFunction function = factory.create(given);
    given.refuseOthers();
    return new GuardedReward(function);
  }

  /** The function of that name with default parameters. */
  public static GuardedReward byName(String name) {
    return byName(name, Map.of());
  }
}
